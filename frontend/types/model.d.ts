/** The shapes the client reads and writes, named as the API names them. */

export type Language = 'zh-CN' | 'en';
export type Part = 'morning' | 'afternoon' | 'evening';
export type VisitOutcome = 'talked' | 'nobody_home' | 'refused' | 'moved' | 'ask_again';
export type Stance = 'support' | 'undecided' | 'oppose';
export type Matter = 'old_grievance' | 'new_matter';
export type GrievanceCategory = 'noise' | 'lift' | 'leak' | 'money' | 'access' | 'safety' | 'other';
export type NeedKind = 'stair_support' | 'shopping' | 'medicine_pickup' | 'home_visit' | 'escort' | 'other';
export type Urgency = 'low' | 'normal' | 'urgent';
export type HelpOutcome = 'done' | 'partly' | 'not_needed' | 'nobody_home' | 'refused';
export type TaskStatus = 'offered' | 'assigned' | 'accepted' | 'done' | 'overdue' | 'escalated' | 'cancelled';

export type DoorStep = 'new' | 'tried' | 'talked' | 'refused' | 'moved' | 'ask_again' | 'escalated' | 'left_alone' | 'reopened';

export interface Role { role: string; scope_kind: 'community' | 'building' | 'group'; scope_id: string; scope_name: string }
export interface Membership {
  id: string; name: string; time_zone: string; epoch: string; roles: Role[]; permissions: string[];
}
export interface Preferences { language: Language; elder_mode: boolean; version: number }
export interface Me {
  account: { id: string; login: string; display_name: string };
  preferences: Preferences;
  communities: Membership[];
  server_time: string;
}
export interface Device {
  id: string; device_name: string; created_at: string; last_seen_at: string; current: boolean;
}
export interface InvitationLook {
  community_name: string; role: string; scope_name: string; display_name: string; needs_account: boolean; expires_at: string;
}

export interface Building {
  id: string; code: string; name: string; floors: number; households: number;
  stairwells: { id: string; code: string; has_lift: boolean | null }[];
}
export interface Door {
  household_id: string; code: string; floor: number | null; door: string; kind: string; occupancy: string | null; mark: string | null;
}
/** Without an id: the shops beside the stairwells. */
export interface Stairwell { id: string | null; code: string; floors: (number | null)[]; doors: Door[] }
export interface Picture { building: { id: string; code: string; name: string }; stairwells: Stairwell[] }

export interface OpenGrievance { id: string; words: string; answer: string | null }
export interface TodayDoor {
  canvass_id: string; household_id: string; code: string; building_id: string; building_code: string;
  stairwell_code: string | null; floor: number | null; door: string; state: DoorStep; attempts: number;
  due_at: string | null; due_part: Part | null; left_alone: boolean; open_grievances: OpenGrievance[];
}
export interface CareTask {
  id: string; need_id: string | null; kind: NeedKind; title: string; building_code: string; floor: number;
  door: string; household_id: string; due_from: string; due_until: string; status: TaskStatus;
  assignee_id: string | null; instruction: string | null; version: number;
}
export interface CanvassBrief { id: string; title: string; explains: string[] }
export interface Today {
  date: string; server_time: string; doors: TodayDoor[]; care_tasks: CareTask[];
  handbook_version: string | number; canvasses: CanvassBrief[];
}

export interface Grievance { id: string; matter: Matter; category: GrievanceCategory; words: string }
export interface Slot { sha256: string; size: number; content_type: string }
export interface DoorVisit {
  canvass_id: string; household_id: string; happened_at: string; outcome: VisitOutcome; stance: Stance | null;
  explained: string[]; grievances: Grievance[]; next_at: string | null; next_part: Part | null; leave_alone: boolean;
  difficulty_note: string | null; help_suggested: NeedKind[]; attachments: Slot[];
}
export interface AssistanceVisit {
  care_task_id: string | null; household_id: string; happened_at: string; did: NeedKind[]; minutes: number;
  outcome: HelpOutcome; follow_up: boolean; note: string | null; attachments: Slot[];
}
export interface Consent {
  id: string; given_how: 'spoken_at_door' | 'signed' | 'own_phone'; scope: NeedKind[]; wording_version: string;
  given_at: string; given_by: 'self' | 'guardian'; guardian_name: string | null; attachment: Slot | null;
}
export interface AssistanceNeed {
  household_id: string; person_name: string; kind: NeedKind; urgency: Urgency; instruction: string;
  contact_name: string | null; contact_phone: string | null; starts_on: string; review_on: string; ends_on: string | null;
  recurrence: null | { weekdays: number[]; part: Part }; consent?: Consent; emergency?: { reason: string };
}

export interface HandbookDocument {
  id: string; title: string; category: 'policy' | 'quality' | 'maintenance' | 'other';
  latest: { version: number; format: 'markdown' | 'pdf'; published_at: string; html?: string; attachment_sha256?: string } | null;
}
export interface Checkpoint {
  epoch: string; size: number; root_hash: string; signed_note: string; consistency: string[] | null;
}
export interface ProvenReceipt {
  index: number; leaf_hash: string; leaf: string; inclusion: { size: number; root_hash: string; path: string[] };
}
export interface Page<T> { items: T[]; next: string | null }
export interface Notice { id: string; title: string; html: string; published_on: string; until: string }
export interface Household {
  id: string; code: string; floor: number | null; door: string; area_dm2: number; kind: 'home' | 'shop';
  occupancy: 'occupied' | 'rented' | 'empty' | null; owners?: { id: string; kind: string; name: string; phones: string[] }[];
}
export interface VisitOfHousehold {
  id: string; happened_at: string; recorded_by_name: string; outcome: VisitOutcome; stance: Stance | null;
  grievances: Grievance[]; leave_alone: boolean;
}
