/** The client's names for the shapes of the API. The shapes themselves are generated: types/api.d.ts. */
import type { components } from './api';

type Schemas = components['schemas'];
/** What is sent: every field is said, and the id stands beside it. */
type Sent<T> = Required<Omit<T, 'id'>>;

export type Me = Schemas['MeOut'];
export type Language = Schemas['PreferencesOut']['language'];
export type Device = Schemas['DeviceOut'];
export type InvitationLook = Schemas['InvitationLookOut'];

export type Building = Schemas['BuildingOut'];
export type Picture = { building: Schemas['PictureBuilding']; stairwells: Stairwell[] };
/** Without an id: the shops beside the stairwells. */
export type Stairwell = Omit<Schemas['PictureStairwell'], 'doors'> & { doors: Door[] };
/** A mark of any layer; the plain picture marks by occupancy. */
export type Door = Omit<Schemas['PictureDoor'], 'mark'> & { mark: string | null };
export type Household = Schemas['HouseholdDetailOut'];
export type HandbookDocument = Schemas['DocumentOut'];
export type Notice = Schemas['NoticeOut'];

export type Today = Schemas['TodayOut'];
export type TodayDoor = Schemas['DoorToday'];
export type OpenGrievance = Schemas['BroughtAlong'];
export type CareTask = Schemas['CareTaskOut'];
export type VisitOfHousehold = Schemas['DoorVisitOut'];

export type Slot = Schemas['Slot'];
export type Grievance = Schemas['GrievanceIn'];
export type GrievanceCategory = Grievance['category'];
export type Matter = Grievance['matter'];
export type DoorVisit = Sent<Schemas['DoorVisitCreate']>;
export type VisitOutcome = DoorVisit['outcome'];
export type Stance = NonNullable<DoorVisit['stance']>;
export type Part = NonNullable<DoorVisit['next_part']>;
export type AssistanceVisit = Sent<Schemas['AssistanceVisitCreate']>;
export type HelpOutcome = AssistanceVisit['outcome'];
export type AssistanceNeed = Sent<Schemas['NeedCreate']>;
export type NeedKind = AssistanceNeed['kind'];
export type Urgency = AssistanceNeed['urgency'];

export type Checkpoint = Schemas['CheckpointOut'];
export type ProvenReceipt = Schemas['ProvenReceiptOut'];

export type Feedback = Schemas['FeedbackOut'];
export type FeedbackDetail = Schemas['FeedbackDetail'];
export type FeedbackKind = Feedback['kind'];
export type FeedbackPayload = Sent<Schemas['FeedbackIn']>;
export type HomePlace = Schemas['HomePlaceOut'];

export type Session = Schemas['SessionOut'];
export type SessionDetail = Schemas['SessionDetail'];
export type AgendaItem = Schemas['AgendaItemOut'];
export type Room = Schemas['RoomOut'];
export type RoomMotion = Schemas['MotionOut'];
export type PersonInRoom = Schemas['PersonInRoom'];
export type SessionOutcome = Schemas['OutcomeOut'];
export type Minutes = Schemas['MinutesOut'];
export type ActionItem = Schemas['ActionItemOut'];
export type ActionItemDetail = Schemas['ActionItemDetail'];
export type Waiting = Schemas['WaitingOut'];
export type Mandate = Schemas['MandateOut'];
export type Assembly = Omit<Schemas['AssemblyOut'], 'attachments'> & { attachments: { sha256: string; content_type: string; state: string }[] };
export type Message = Schemas['MessageOut'];
export type BuildingVoice = Schemas['BuildingVoice'];
export type ElectionLine = Schemas['ElectionSummary'];
export type Election = Schemas['ElectionOut'];
export type Candidacy = Schemas['CandidacyOut'];
export type OpenedBox = Schemas['OpenedBox'];
export type Neighbour = Schemas['NeighbourOut'];
export type OwnHome = Schemas['HomeOut'];

export type ProposalLine = Schemas['ProposalSummary'];
export type Proposal = Schemas['ProposalOut'];
export type ProposalState = Proposal['state'];
export type Position = NonNullable<Proposal['my_position']>;
export type ProposalVersion = Schemas['ProposalVersionOut'];
export type ProposalComment = Schemas['ProposalCommentOut'];
export type CommentVote = Schemas['CommentVoteIn']['vote'];
export type ProposalCommentPayload = Sent<Schemas['ProposalCommentIn']>;
export type Amendment = Schemas['AmendmentOut'];
export type Opinions = Schemas['OpinionsOut'];
export type PositionPicture = Schemas['PositionPicture'];
