/** Made by tools/types.mjs from the server's OpenAPI document. */
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptanceIn
         * @description Coming in. With the account that is signed in, the token is all.
         */
        AcceptanceIn: {
            /** Device Name */
            device_name?: string | null;
            /** Display Name */
            display_name?: string | null;
            /** Login */
            login?: string | null;
            /** Password */
            password?: string | null;
            /** Token */
            token: string;
        };
        /**
         * AccountOut
         * @description Myself.
         */
        AccountOut: {
            /** Display Name */
            display_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Login */
            login: string;
        };
        /**
         * ActionItemDetail
         * @description An action item with all that was done about it.
         */
        ActionItemDetail: {
            /** Decision Id */
            decision_id: string | null;
            /**
             * Decision Words
             * @description What was decided, where it is named
             */
            decision_words: string | null;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mine */
            mine: boolean;
            /**
             * Overdue
             * @description The due day is over and it is not done
             */
            overdue: boolean;
            /**
             * Owner Account Id
             * Format: uuid
             */
            owner_account_id: string;
            /** Owner Name */
            owner_name: string;
            /** Reminders */
            reminders: number;
            /**
             * Review On
             * Format: date
             */
            review_on: string;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: string;
            session_kind: components["schemas"]["SessionKind"];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "in_progress" | "done" | "closed" | "cancelled";
            /** Steps */
            steps: components["schemas"]["ActionStepOut"][];
            /**
             * To Review
             * @description It is done and the day of its review has come
             */
            to_review: boolean;
            /** Words */
            words: string;
        };
        /**
         * ActionItemIn
         * @description Something to do, by its own id.
         */
        ActionItemIn: {
            /** Decision Id */
            decision_id?: string | null;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Owner Account Id
             * Format: uuid
             */
            owner_account_id: string;
            /**
             * Review On
             * Format: date
             * @description When somebody looks whether it is done
             */
            review_on: string;
            /** Words */
            words: string;
        };
        /**
         * ActionItemOut
         * @description Something to do, and how it stands.
         */
        ActionItemOut: {
            /** Decision Id */
            decision_id: string | null;
            /**
             * Decision Words
             * @description What was decided, where it is named
             */
            decision_words: string | null;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mine */
            mine: boolean;
            /**
             * Overdue
             * @description The due day is over and it is not done
             */
            overdue: boolean;
            /**
             * Owner Account Id
             * Format: uuid
             */
            owner_account_id: string;
            /** Owner Name */
            owner_name: string;
            /** Reminders */
            reminders: number;
            /**
             * Review On
             * Format: date
             */
            review_on: string;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: string;
            session_kind: components["schemas"]["SessionKind"];
            /**
             * State
             * @enum {string}
             */
            state: "open" | "in_progress" | "done" | "closed" | "cancelled";
            /**
             * To Review
             * @description It is done and the day of its review has come
             */
            to_review: boolean;
            /** Words */
            words: string;
        };
        /**
         * ActionItemPage
         * @description Action items, the first due first.
         */
        ActionItemPage: {
            /** Items */
            items: components["schemas"]["ActionItemOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ActionStepIn
         * @description Progress, or another state.
         */
        ActionStepIn: {
            /** To State */
            to_state?: ("open" | "in_progress" | "done" | "closed" | "cancelled") | null;
            /** Words */
            words?: string | null;
        };
        /**
         * ActionStepOut
         * @description Progress on an action item.
         */
        ActionStepOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** To State */
            to_state: ("open" | "in_progress" | "done" | "closed" | "cancelled") | null;
            /** Words */
            words: string | null;
        };
        /**
         * AgendaChange
         * @description What changes of an agenda item before the notice.
         */
        AgendaChange: {
            /** Details */
            details?: string | null;
            /** Position */
            position?: number | null;
            /** Title */
            title?: string | null;
        };
        /**
         * AgendaItemIn
         * @description Something to talk about; after the notice it can be talked about and not decided.
         *
         *     ``hazard`` and ``grievance`` are of no use yet: those are not recorded where sessions see them.
         *     What is dangerous comes onto the agenda in words (``other``), or as reports (``feedback``).
         */
        AgendaItemIn: {
            /** Details */
            details?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Subject Id */
            subject_id?: string | null;
            /**
             * Subject Kind
             * @default other
             * @enum {string}
             */
            subject_kind: "proposal" | "hazard" | "feedback" | "cost_plan" | "comparison_list" | "grievance" | "other";
            /** Title */
            title: string;
        };
        /**
         * AgendaItemOut
         * @description An item of an agenda.
         */
        AgendaItemOut: {
            /** Building Code */
            building_code: string | null;
            /** Building Id */
            building_id: string | null;
            /** Closed At */
            closed_at: string | null;
            /**
             * Decidable
             * @description The notice announced it, and it is unchanged
             */
            decidable: boolean;
            /** Details */
            details: string | null;
            feedback_kind: components["schemas"]["FeedbackKind"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Position */
            position: number;
            /**
             * Reports
             * @description Feedback that it answers
             */
            reports: string[];
            /** Subject Id */
            subject_id: string | null;
            /**
             * Subject Kind
             * @enum {string}
             */
            subject_kind: "proposal" | "hazard" | "feedback" | "cost_plan" | "comparison_list" | "grievance" | "other";
            /** Taken Up At */
            taken_up_at: string | null;
            /**
             * Title
             * @description Empty where reports of one kind and place are answered
             */
            title: string;
            /**
             * Undecidable
             * @description Why it can only be talked about
             */
            undecidable: ("not_in_notice" | "changed_after_notice" | "subject_changed_after_notice") | null;
            /** Version */
            version: number;
        };
        /**
         * AmendmentDecisionIn
         * @description Whether it is taken into the text, and why.
         */
        AmendmentDecisionIn: {
            /** Accepted */
            accepted: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * AmendmentIn
         * @description Other words for a passage; an empty replacement takes it out.
         */
        AmendmentIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Quote */
            quote: string;
            /** Reason */
            reason: string;
            /** Replacement */
            replacement: string;
            /** Version Number */
            version_number: number;
        };
        /**
         * AmendmentOut
         * @description An amendment and what became of it.
         */
        AmendmentOut: {
            /** By Name */
            by_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decided By Name */
            decided_by_name: string | null;
            /**
             * Decision
             * @enum {string}
             */
            decision: "open" | "accepted" | "declined";
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Mine */
            is_mine: boolean;
            /**
             * Proposal Id
             * Format: uuid
             */
            proposal_id: string;
            /** Quote */
            quote: string;
            /** Reason */
            reason: string;
            /** Replacement */
            replacement: string;
            /** Taken Into */
            taken_into: number | null;
            /** Version Number */
            version_number: number;
        };
        /**
         * AmendmentPage
         * @description Amendments in the order of arrival.
         */
        AmendmentPage: {
            /** Items */
            items: components["schemas"]["AmendmentOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * AnswerIn
         * @description An answer for the next visitor to bring along.
         */
        AnswerIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Words */
            words: string;
        };
        /**
         * AnswerOut
         * @description An answer that was given.
         */
        AnswerOut: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /**
             * Answered By
             * Format: uuid
             */
            answered_by: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Words */
            words: string;
        };
        /**
         * AppointmentIn
         * @description An assembly of a building appointed its representative, or a substitute.
         */
        AppointmentIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Agreed */
            agreed: number;
            /**
             * Attachments
             * @description The signed paper
             */
            attachments?: components["schemas"]["Slot"][];
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Minutes */
            minutes: string;
            /**
             * Stands In For
             * @description For a substitute: the mandate it takes over when that ends early
             */
            stands_in_for?: string | null;
            /**
             * Term From
             * Format: date
             */
            term_from: string;
            /**
             * Term Until
             * Format: date
             * @description The last day of the term, included
             */
            term_until: string;
            /**
             * Took Part
             * @description Homes that took part, one voice each
             */
            took_part: number;
        };
        /**
         * AskedHome
         * @description Somebody said what a home of the caller thinks; is that right?
         */
        AskedHome: {
            /**
             * Answer
             * @enum {string}
             */
            answer: "confirmed" | "contradicted" | "unanswered";
            /** By Name */
            by_name: string;
            /**
             * Comment Id
             * Format: uuid
             */
            comment_id: string;
            /** Household Code */
            household_code: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Position
             * @enum {string}
             */
            position: "for" | "against" | "neutral";
            /** Words */
            words: string;
        };
        /**
         * AssemblyOut
         * @description Minutes of an assembly.
         */
        AssemblyOut: {
            /** Agreed */
            agreed: number;
            /** Attachments */
            attachments: {
                [key: string]: string | number;
            }[];
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /** Homes */
            homes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Minutes */
            minutes: string;
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "appointment" | "recall";
            /** Took Part */
            took_part: number;
        };
        /**
         * AssignmentIn
         * @description Doors for one volunteer: a building, one stairwell of it, or some floors.
         */
        AssignmentIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Floor From */
            floor_from?: number | null;
            /** Floor To */
            floor_to?: number | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Stairwell Id */
            stairwell_id?: string | null;
        };
        /**
         * AssignmentOfTaskIn
         * @description Who is to do a task.
         */
        AssignmentOfTaskIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * All Following
             * @description Also the later tasks of the same need that nobody has
             * @default false
             */
            all_following: boolean;
        };
        /**
         * AssignmentOut
         * @description Doors of one volunteer.
         */
        AssignmentOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Account Name */
            account_name: string;
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Doors */
            doors: number;
            /** Floor From */
            floor_from: number | null;
            /** Floor To */
            floor_to: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * AssignmentPage
         * @description Assignments of a canvass, the oldest first.
         */
        AssignmentPage: {
            /** Items */
            items: components["schemas"]["AssignmentOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * AssistanceVisitCreate
         * @description An assistance visit under the id that the phone gave it.
         */
        AssistanceVisitCreate: {
            /** Attachments */
            attachments?: components["schemas"]["Slot"][];
            /** Care Task Id */
            care_task_id?: string | null;
            /** Did */
            did?: ("stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other")[];
            /**
             * Follow Up
             * @default false
             */
            follow_up: boolean;
            /**
             * Happened At
             * Format: date-time
             * @description By the phone's clock; never corrected
             */
            happened_at: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Minutes
             * @default 0
             */
            minutes: number;
            /**
             * Note
             * @description Sealed; for the social worker only
             */
            note?: string | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "partly" | "not_needed" | "nobody_home" | "refused";
        };
        /**
         * AssistanceVisitLogged
         * @description That a visit was logged, with its receipt.
         */
        AssistanceVisitLogged: {
            /** Attachments */
            attachments: components["schemas"]["linli__care__schemas__assistance_visit__FileOut"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
        };
        /**
         * AssistanceVisitOut
         * @description A visit without its note.
         */
        AssistanceVisitOut: {
            /** Care Task Id */
            care_task_id: string | null;
            /** Did */
            did: ("stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other")[];
            /** Follow Up */
            follow_up: boolean;
            /**
             * Happened At
             * Format: date-time
             */
            happened_at: string;
            /** Has Note */
            has_note: boolean;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Minutes */
            minutes: number;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "done" | "partly" | "not_needed" | "nobody_home" | "refused";
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Recorded By
             * Format: uuid
             */
            recorded_by: string;
        };
        /**
         * AssistanceVisitPage
         * @description Visits, the earliest first.
         */
        AssistanceVisitPage: {
            /** Items */
            items: components["schemas"]["AssistanceVisitOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * AttachmentOut
         * @description A file that has arrived.
         */
        AttachmentOut: {
            /**
             * Content Type
             * @enum {string}
             */
            content_type: "image/jpeg" | "image/png" | "image/webp" | "application/pdf" | "audio/mp4" | "audio/ogg" | "audio/webm";
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /** State */
            state: string;
        };
        /**
         * BallotFileOut
         * @description A photo or document.
         */
        BallotFileOut: {
            /** Content Type */
            content_type: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "missing" | "stored";
        };
        /**
         * BallotIn
         * @description A ballot cast on the phone, for oneself or by a proxy.
         */
        BallotIn: {
            /** Answers */
            answers: components["schemas"]["QuestionAnswerIn"][];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * BallotOptionIn
         * @description One of the options of a choice.
         */
        BallotOptionIn: {
            /** Explanation */
            explanation?: string | null;
            /** Key */
            key: string;
            /**
             * Subject Id
             * @description A scheme; an option of a comparison list is named by its key
             */
            subject_id?: string | null;
            /** Title */
            title: string;
        };
        /**
         * BallotOptionOut
         * @description One of the options of a choice.
         */
        BallotOptionOut: {
            /** Explanation */
            explanation: string | null;
            /** Key */
            key: string;
            /** Subject Id */
            subject_id: string | null;
            /** Title */
            title: string;
        };
        /**
         * BallotOut
         * @description That a ballot was received, and whether it counts now.
         */
        BallotOut: {
            /**
             * Cast At
             * Format: date-time
             */
            cast_at: string;
            /** Counts */
            counts: boolean;
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
            /**
             * Why Not
             * @description Such as ``signed_paper_is_the_original``
             */
            why_not: string | null;
        };
        /**
         * BallotQuestionIn
         * @description One question.
         */
        BallotQuestionIn: {
            /** Explanation */
            explanation?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** @default yes_no */
            kind: components["schemas"]["QuestionKind"];
            matter: components["schemas"]["Matter"];
            /** Options */
            options?: components["schemas"]["BallotOptionIn"][];
            /** @description Unless said, as the matter suggests */
            preset?: components["schemas"]["Preset"] | null;
            subject?: components["schemas"]["QuestionSubjectIn"] | null;
            /** Words */
            words: string;
        };
        /**
         * BallotQuestionOut
         * @description One question; ``answers`` are those that a ballot may give, in their order.
         */
        BallotQuestionOut: {
            /**
             * Answers
             * @description agree, option keys, oppose, abstain; ``invalid`` on paper only
             */
            answers: string[];
            /** Explanation */
            explanation: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "yes_no" | "choice";
            /** Matter */
            matter: string;
            /** Options */
            options: components["schemas"]["BallotOptionOut"][];
            /**
             * Preset
             * @enum {string}
             */
            preset: "ordinary" | "special" | "survey";
            /** Rule */
            rule: components["schemas"]["DecisionThresholdOut"][];
            subject: components["schemas"]["QuestionSubjectOut"] | null;
            /**
             * Weaker Than Suggested
             * @description Decided by a simple majority where the careful reading asks for three quarters
             */
            weaker_than_suggested: boolean;
            /** Words */
            words: string;
        };
        /**
         * BallotTaken
         * @description That a home is on the roll.
         */
        BallotTaken: {
            /** @description The log's receipt for the roll; none when the same was sent before */
            receipt: components["schemas"]["ReceiptOut"] | null;
            /**
             * Taken
             * @default true
             * @constant
             */
            taken: true;
        };
        /**
         * Better
         * @description Which way is better; for yes/no ``higher`` means that yes is.
         * @enum {string}
         */
        Better: "higher" | "lower";
        /**
         * BroughtAlong
         * @description A grievance of this household that is not closed, and the latest answer to it.
         */
        BroughtAlong: {
            /** Answer */
            answer: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Words */
            words: string;
        };
        /**
         * BuildingCoverage
         * @description One building's figures.
         */
        BuildingCoverage: {
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Code */
            code: string;
            /** Done */
            done: number | null;
            /** Escalated */
            escalated: number | null;
            /** Nobody Home */
            nobody_home: number | null;
            /** Total */
            total: number | null;
            /** Visited */
            visited: number | null;
        };
        /**
         * BuildingListOut
         * @description All buildings; there is never a next page.
         */
        BuildingListOut: {
            /** Items */
            items: components["schemas"]["BuildingOut"][];
            /** Next */
            next?: null;
        };
        /**
         * BuildingOut
         * @description A building with what it holds.
         */
        BuildingOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Code */
            code: string;
            /** Empty */
            empty: number;
            /**
             * Floors
             * @description The highest floor
             */
            floors: number;
            /** Households */
            households: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Rented */
            rented: number;
            /** Shops */
            shops: number;
            /** Stairwells */
            stairwells: components["schemas"]["StairwellOut"][];
            /** Version */
            version: number;
        };
        /**
         * BuildingPositions
         * @description Homes of a building by where they are said to stand.
         */
        BuildingPositions: {
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Building Name */
            building_name: string;
            /**
             * Confirmed
             * @description Of these homes, how many said so themselves; the others were only spoken for
             */
            confirmed: number | null;
            /** Homes */
            homes: number;
            /**
             * Positions
             * @description None where so few could be guessed, or nobody spoke yet
             */
            positions: {
                [key: string]: number;
            } | null;
        };
        /**
         * BuildingReturnedOut
         * @description What came in from one building.
         */
        BuildingReturnedOut: {
            /**
             * Area Dm2
             * @description Withheld while ballots are taken: few homes are of one size
             */
            area_dm2: number | null;
            /** Heads */
            heads: number;
        };
        /**
         * BuildingTurnoutOut
         * @description One building: electors with a unit there, and the area of their units there.
         */
        BuildingTurnoutOut: {
            /**
             * Building Id
             * @description ``null``: shops outside every building
             */
            building_id: string | null;
            /** Code */
            code: string;
            electorate: components["schemas"]["ElectorWeightOut"];
            /** Name */
            name: string;
            /** @description Withheld while ballots are taken where it would tell who has voted; those who see electors are told of their buildings */
            returned: components["schemas"]["BuildingReturnedOut"] | null;
        };
        /**
         * BuildingVoice
         * @description Who speaks for a building in which the caller is at home.
         */
        BuildingVoice: {
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Building Name */
            building_name: string;
            /**
             * Election Id
             * @description An election that is going on
             */
            election_id: string | null;
            /** Household Codes */
            household_codes: string[];
            /** Representatives */
            representatives: components["schemas"]["MandateOut"][];
        };
        /**
         * CandidacyAnswerIn
         * @description Whether somebody nominated will stand.
         */
        CandidacyAnswerIn: {
            /** Consents */
            consents: boolean;
            /** Statement */
            statement?: string | null;
        };
        /**
         * CandidacyOut
         * @description Somebody who stands, or was asked to.
         */
        CandidacyOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Me */
            is_me: boolean;
            /** Name */
            name: string;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "standing" | "refused";
            /** Statement */
            statement: string | null;
            /**
             * Votes
             * @description Once the box is counted
             */
            votes: number | null;
        };
        /**
         * CandidateOut
         * @description An account at home behind the need's door.
         */
        CandidateOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Account Name */
            account_name: string;
        };
        /**
         * CanvassIn
         * @description A canvass to open.
         */
        CanvassIn: {
            /**
             * Ends On
             * Format: date
             * @description The last day, included
             */
            ends_on: string;
            /**
             * Explains
             * @description Handbook documents to explain at the doors
             */
            explains?: string[];
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Title */
            title: string;
        };
        /**
         * CanvassOut
         * @description A canvass.
         */
        CanvassOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /** Explains */
            explains: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Open
             * @description Whether today lies between its days
             */
            open: boolean;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Title */
            title: string;
        };
        /**
         * CanvassPage
         * @description Canvasses, the oldest first.
         */
        CanvassPage: {
            /** Items */
            items: components["schemas"]["CanvassOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * CanvassToday
         * @description A canvass that is going on.
         */
        CanvassToday: {
            /** Explains */
            explains: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * CareTaskIn
         * @description A task made by hand.
         */
        CareTaskIn: {
            /** Assignee Id */
            assignee_id?: string | null;
            /**
             * Due From
             * Format: date-time
             */
            due_from: string;
            /**
             * Due Until
             * Format: date-time
             */
            due_until: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Instruction
             * @description For the helper only, while helping
             */
            instruction?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other";
            /** Title */
            title: string;
            /**
             * Urgency
             * @default normal
             * @enum {string}
             */
            urgency: "low" | "normal" | "urgent";
        };
        /**
         * CareTaskOut
         * @description A care task, as much of it as the caller may see.
         *
         *     Floor, door and household are there for the social worker, the building's lead, and the helper
         *     while the task is current; the instruction for that helper alone.
         */
        CareTaskOut: {
            /** Assignee Id */
            assignee_id: string | null;
            /** Attempts */
            attempts: number;
            /** Building Code */
            building_code: string | null;
            /** Door */
            door: string | null;
            /**
             * Due From
             * Format: date-time
             */
            due_from: string;
            /**
             * Due Until
             * Format: date-time
             */
            due_until: string;
            /**
             * Expected By
             * Format: date-time
             */
            expected_by: string;
            /** Floor */
            floor: number | null;
            /** Household Id */
            household_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Instruction */
            instruction: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other";
            /** Need Id */
            need_id: string | null;
            /**
             * Origin
             * @enum {string}
             */
            origin: "once" | "recurring" | "lift_stoppage" | "by_hand";
            /**
             * Status
             * @enum {string}
             */
            status: "offered" | "assigned" | "accepted" | "done" | "overdue" | "escalated" | "cancelled";
            /** Title */
            title: string;
            /**
             * Urgency
             * @enum {string}
             */
            urgency: "low" | "normal" | "urgent";
            /** Version */
            version: number;
        };
        /**
         * CareTaskPage
         * @description Care tasks by when they begin.
         */
        CareTaskPage: {
            /** Items */
            items: components["schemas"]["CareTaskOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * CellIn
         * @description What is known of an option by a criterion, and where it is known from.
         *
         *     A number is a decimal as text, a price in fen, yes/no a boolean; what is not known is left out.
         */
        CellIn: {
            /**
             * Criterion
             * @description Made by the client
             */
            criterion: string;
            /**
             * Option
             * @description Made by the client
             */
            option: string;
            /**
             * Source
             * @default
             */
            source: string;
            /** Value */
            value: boolean | number | string;
        };
        /**
         * CheckOut
         * @description A version worked out anew from its own homes and rules.
         */
        CheckOut: {
            /** Agrees */
            agrees: boolean;
            /** Homes */
            homes: number;
            /** Recomputed Digest */
            recomputed_digest: string;
            /** Shares Digest */
            shares_digest: string;
        };
        /**
         * CheckpointOut
         * @description The log as it stands, under signature.
         */
        CheckpointOut: {
            /**
             * Consistency
             * @description With `since`: RFC 6962 proof that the tree of that size is contained
             */
            consistency: string[] | null;
            /**
             * Epoch
             * Format: uuid
             */
            epoch: string;
            /**
             * Root Hash
             * @description SHA-256, base64
             */
            root_hash: string;
            /**
             * Signed Note
             * @description c2sp.org/tlog-checkpoint, signed with Ed25519
             */
            signed_note: string;
            /**
             * Size
             * @description Number of leaves
             */
            size: number;
            /**
             * Verifier Key
             * @description Key to verify the note with (c2sp.org/signed-note)
             */
            verifier_key: string;
        };
        /**
         * ColumnIn
         * @description What a column means; ``null``: it is not read.
         */
        ColumnIn: {
            field: components["schemas"]["Field"] | null;
            /** Index */
            index: number;
        };
        /**
         * ColumnOut
         * @description A column as it is read.
         */
        ColumnOut: {
            field: components["schemas"]["Field"] | null;
            /** Header */
            header: string;
            /** Index */
            index: number;
            /**
             * Sample
             * @description A cell of it; empty once the import is over
             */
            sample: string;
        };
        /**
         * CommentFile
         * @description A file of a comment.
         */
        CommentFile: {
            /** Content Type */
            content_type: string;
            /** Sha256 */
            sha256: string;
            /**
             * State
             * @enum {string}
             */
            state: "missing" | "stored";
        };
        /**
         * CommentVoteIn
         * @description Whether one agrees with what a comment says.
         */
        CommentVoteIn: {
            /**
             * Vote
             * @enum {string}
             */
            vote: "agree" | "disagree" | "pass";
        };
        /**
         * CommunityOut
         * @description A neighbourhood.
         */
        CommunityOut: {
            /** City Profile */
            city_profile: string;
            /**
             * Epoch
             * Format: uuid
             * @description Names this history of the server
             */
            epoch: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Time Zone
             * @example Asia/Shanghai
             */
            time_zone: string;
        };
        /**
         * ComparisonOut
         * @description A scheme held against another; the longest gains and losses by name of the home's code.
         */
        ComparisonOut: {
            /**
             * After
             * Format: uuid
             */
            after: string;
            /**
             * Before
             * Format: uuid
             */
            before: string;
            /** Floors */
            floors: components["schemas"]["FloorChangeOut"][];
            /**
             * Gain
             * @description How many homes pay less
             */
            gain: number;
            /** Gain Most */
            gain_most: components["schemas"]["DifferenceOut"][];
            /**
             * Lose
             * @description How many homes pay more
             */
            lose: number;
            /** Lose Most */
            lose_most: components["schemas"]["DifferenceOut"][];
            /** Same */
            same: number;
        };
        /**
         * ConsentIn
         * @description A separate consent to being kept in the register (PIPL 29).
         */
        ConsentIn: {
            /** @description A photo of the signed form */
            attachment?: components["schemas"]["Slot"] | null;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /**
             * Given By
             * @default self
             * @enum {string}
             */
            given_by: "self" | "guardian";
            /**
             * Given How
             * @enum {string}
             */
            given_how: "spoken_at_door" | "signed" | "own_phone";
            /** Guardian Name */
            guardian_name?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Scope */
            scope: ("stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other")[];
            /**
             * Wording Version
             * @description Which wording was read to the person
             */
            wording_version: string;
        };
        /**
         * ConsentOut
         * @description A consent as proof.
         */
        ConsentOut: {
            /** Evidence Sha256 */
            evidence_sha256: string | null;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /**
             * Given By
             * @enum {string}
             */
            given_by: "self" | "guardian";
            /**
             * Given How
             * @enum {string}
             */
            given_how: "spoken_at_door" | "signed" | "own_phone";
            /** Guardian Name */
            guardian_name: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Scope */
            scope: ("stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other")[];
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Taken By
             * Format: uuid
             */
            taken_by: string;
            /** Wording Version */
            wording_version: string;
        };
        /**
         * ConsentRecorded
         * @description That a need now rests on this consent.
         */
        ConsentRecorded: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Need Id
             * Format: uuid
             */
            need_id: string;
        };
        /**
         * CoOwnedOut
         * @description A unit with several owners.
         */
        CoOwnedOut: {
            /** Door */
            door: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /** Owners */
            owners: components["schemas"]["CoOwnerOut"][];
            /** Voter Owner Id */
            voter_owner_id: string | null;
        };
        /**
         * CoOwnerOut
         * @description One of a unit's owners.
         */
        CoOwnerOut: {
            /** Has Account */
            has_account: boolean;
            /** Name */
            name: string;
            /**
             * Owner Id
             * Format: uuid
             */
            owner_id: string;
        };
        /**
         * CountedBallotOut
         * @description The ballot that counts.
         */
        CountedBallotOut: {
            /**
             * Answers
             * @description Only for who cast it, and for the voter it was recorded for
             */
            answers: components["schemas"]["QuestionAnswerOut"][] | null;
            /** By Proxy */
            by_proxy: boolean;
            /**
             * Cast At
             * Format: date-time
             */
            cast_at: string;
            /**
             * Id
             * @description Only where its answers are told
             */
            id: string | null;
            /** @description Only where its answers are told */
            receipt: components["schemas"]["ReceiptOut"] | null;
            /**
             * Way
             * @enum {string}
             */
            way: "phone" | "paper" | "official";
        };
        /**
         * CoverageOut
         * @description How far a canvass has come. Visited: somebody knocked. Done: no further visit is needed.
         */
        CoverageOut: {
            /** By Building */
            by_building: components["schemas"]["BuildingCoverage"][];
            /** By Day */
            by_day: components["schemas"]["DayCoverage"][];
            /** Done */
            done: number | null;
            /**
             * Exact
             * @description Whether small groups are told
             */
            exact: boolean;
            stances: components["schemas"]["StanceCounts"];
            /** Total */
            total: number | null;
            /** Visited */
            visited: number | null;
        };
        /**
         * CriterionIn
         * @description What options are compared by.
         */
        CriterionIn: {
            /** @default higher */
            better: components["schemas"]["Better"];
            /**
             * Key
             * @description Made by the client
             */
            key: string;
            kind: components["schemas"]["CriterionKind"];
            /** Label */
            label: string;
            /**
             * Unit
             * @default
             */
            unit: string;
            /**
             * Weight
             * @default 0
             */
            weight: number;
        };
        /**
         * CriterionKind
         * @description Kinds of criteria.
         * @enum {string}
         */
        CriterionKind: "number" | "price" | "yes_no" | "text";
        /**
         * CriterionOut
         * @description What options are compared by.
         */
        CriterionOut: {
            /**
             * Best
             * @description Keys of the options with the best known value
             */
            best: string[];
            better: components["schemas"]["Better"];
            /** Key */
            key: string;
            kind: components["schemas"]["CriterionKind"];
            /** Label */
            label: string;
            /** Unit */
            unit: string;
            /** Weight */
            weight: number;
        };
        /**
         * DayCoverage
         * @description One day's figures, by the community's calendar.
         */
        DayCoverage: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Done */
            done: number | null;
            /** Visits */
            visits: number | null;
        };
        /**
         * DayTurnoutOut
         * @description Electors whose counted ballot came in on a day.
         */
        DayTurnoutOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Heads */
            heads: number;
        };
        /**
         * DecidedOut
         * @description What was decided about a row.
         */
        DecidedOut: {
            /** Accept */
            accept: components["schemas"]["Reason"][];
            /**
             * Action
             * @enum {string}
             */
            action: "skip" | "correct";
            /** Fields */
            fields: {
                [key: string]: string;
            };
        };
        /**
         * DecisionOut
         * @description A decision.
         */
        DecisionOut: {
            /**
             * Agenda Item Id
             * Format: uuid
             */
            agenda_item_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Motion Id */
            motion_id: string | null;
            /** Words */
            words: string;
        };
        /**
         * DecisionsIn
         * @description Decisions of some rows; those of other rows stay.
         */
        DecisionsIn: {
            /** Decisions */
            decisions: components["schemas"]["linli__community__schemas__rosters__DecisionIn"][];
        };
        /**
         * DecisionThresholdOut
         * @description A part of a whole that must be reached, or exceeded when strict.
         */
        DecisionThresholdOut: {
            /**
             * Basis
             * @enum {string}
             */
            basis: "heads" | "area";
            /** Denominator */
            denominator: number;
            /** Numerator */
            numerator: number;
            /**
             * Of
             * @enum {string}
             */
            of: "participation" | "approval";
            /** Strict */
            strict: boolean;
        };
        /**
         * DeliveredHow
         * @description Ways of delivery (建房〔2009〕274号, art. 22).
         * @enum {string}
         */
        DeliveredHow: "handed_over" | "left_at_door" | "posted" | "electronic" | "public_notice";
        /**
         * DeliveryIn
         * @description A delivery to record.
         */
        DeliveryIn: {
            /** Attachments */
            attachments?: components["schemas"]["Slot"][];
            /**
             * Delivered At
             * Format: date-time
             */
            delivered_at: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            how: components["schemas"]["DeliveredHow"];
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Note */
            note?: string | null;
            /**
             * Signed
             * @description Whoever took it signed; its photo proves it
             * @default false
             */
            signed: boolean;
        };
        /**
         * DeliveryOut
         * @description One delivery.
         */
        DeliveryOut: {
            /** Attachments */
            attachments: components["schemas"]["BallotFileOut"][];
            /**
             * By
             * @description Display name
             */
            by: string | null;
            /**
             * Delivered At
             * Format: date-time
             */
            delivered_at: string;
            /** Door */
            door: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /** How */
            how: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string | null;
            /**
             * Proven
             * @description Its photo has arrived; nothing else proves it
             */
            proven: boolean;
        };
        /**
         * DeliveryPage
         * @description Deliveries, the earliest first.
         */
        DeliveryPage: {
            /** Items */
            items: components["schemas"]["DeliveryOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * DeliveryRecorded
         * @description That a delivery was recorded.
         */
        DeliveryRecorded: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
        };
        /**
         * DeviceOut
         * @description A device that is signed in.
         */
        DeviceOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current */
            current: boolean;
            /** Device Name */
            device_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
        };
        /**
         * DevicesOut
         * @description All of them; there are never many.
         */
        DevicesOut: {
            /** Items */
            items: components["schemas"]["DeviceOut"][];
            /** Next */
            next?: null;
        };
        /**
         * DifferenceOut
         * @description One home under two schemes, in fen.
         */
        DifferenceOut: {
            /** After */
            after: number;
            /** Before */
            before: number;
            /** Code */
            code: string;
        };
        /**
         * DismissalIn
         * @description Why nothing comes of a suggestion. Fixed words: what was noticed is erased.
         */
        DismissalIn: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "not_wanted" | "not_needed" | "helped_otherwise" | "mistake";
        };
        /**
         * DocumentIn
         * @description A new document; its text comes with its first version.
         */
        DocumentIn: {
            /**
             * Category
             * @enum {string}
             */
            category: "policy" | "quality" | "maintenance" | "other";
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Project Id */
            project_id?: string | null;
            /** Title */
            title: string;
        };
        /**
         * DocumentOut
         * @description A document with its newest version.
         */
        DocumentOut: {
            /**
             * Category
             * @enum {string}
             */
            category: "policy" | "quality" | "maintenance" | "other";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** @description null before the first version */
            latest: components["schemas"]["LatestVersionOut"] | null;
            /** Project Id */
            project_id: string | null;
            /** Title */
            title: string;
        };
        /**
         * DoorOut
         * @description A door in the picture.
         */
        DoorOut: {
            /** Code */
            code: string;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "home" | "shop";
            /**
             * Mark
             * @description In the bare picture the same as occupancy
             */
            mark: string | null;
            /** Occupancy */
            occupancy: ("occupied" | "rented" | "empty") | null;
        };
        /**
         * DoorToday
         * @description A door to knock at, or to leave alone.
         */
        DoorToday: {
            /** Attempts */
            attempts: number;
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /**
             * Canvass Id
             * Format: uuid
             */
            canvass_id: string;
            /** Code */
            code: string;
            /** Door */
            door: string;
            /** Due At */
            due_at: string | null;
            /** Due Part */
            due_part: ("morning" | "afternoon" | "evening") | null;
            /** Floor */
            floor: number | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /** Left Alone */
            left_alone: boolean;
            /** Open Grievances */
            open_grievances: components["schemas"]["BroughtAlong"][];
            /** Stairwell Code */
            stairwell_code: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "new" | "tried" | "talked" | "refused" | "moved" | "ask_again" | "escalated" | "left_alone" | "reopened";
        };
        /**
         * DoorVisitCreate
         * @description A door visit under the id that the phone gave it.
         */
        DoorVisitCreate: {
            /** Attachments */
            attachments?: components["schemas"]["Slot"][];
            /**
             * Canvass Id
             * Format: uuid
             */
            canvass_id: string;
            /**
             * Difficulty Note
             * @description Goes, sealed, to the social worker only
             */
            difficulty_note?: string | null;
            /**
             * Explained
             * @description Handbook documents that were explained
             */
            explained?: string[];
            /** Grievances */
            grievances?: components["schemas"]["GrievanceIn"][];
            /**
             * Happened At
             * Format: date-time
             * @description By the phone's clock; never corrected
             */
            happened_at: string;
            /** Help Suggested */
            help_suggested?: ("stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other")[];
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Leave Alone
             * @description The household wants no more visits
             * @default false
             */
            leave_alone: boolean;
            /**
             * Next At
             * @description When the neighbour asked to come again
             */
            next_at?: string | null;
            /** Next Part */
            next_part?: ("morning" | "afternoon" | "evening") | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "talked" | "nobody_home" | "refused" | "moved" | "ask_again";
            /** Stance */
            stance?: ("support" | "undecided" | "oppose") | null;
        };
        /**
         * DoorVisitLogged
         * @description That a visit was logged, with its receipt and what has arrived of its files.
         */
        DoorVisitLogged: {
            /** Attachments */
            attachments: components["schemas"]["StoredSlot"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
        };
        /**
         * DoorVisitOut
         * @description One visit in a household's history.
         */
        DoorVisitOut: {
            /**
             * Canvass Id
             * Format: uuid
             */
            canvass_id: string;
            /**
             * Clock Ahead Seconds
             * @description How far the phone's clock was ahead, when over ten minutes
             */
            clock_ahead_seconds: number | null;
            /** Explained */
            explained: string[];
            /** Grievances */
            grievances: components["schemas"]["GrievanceHeard"][];
            /**
             * Happened At
             * Format: date-time
             */
            happened_at: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Leave Alone */
            leave_alone: boolean;
            /** Next At */
            next_at: string | null;
            /** Next Part */
            next_part: ("morning" | "afternoon" | "evening") | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "talked" | "nobody_home" | "refused" | "moved" | "ask_again";
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Recorded By
             * Format: uuid
             */
            recorded_by: string;
            /** Recorded By Name */
            recorded_by_name: string;
            /** Stance */
            stance: ("support" | "undecided" | "oppose") | null;
        };
        /**
         * DoorVisitPage
         * @description A household's visits, the latest first.
         */
        DoorVisitPage: {
            /** Items */
            items: components["schemas"]["DoorVisitOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * DutyOut
         * @description Something that waits for the social worker.
         */
        DutyOut: {
            /** Household Code */
            household_code: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "review_due" | "consent_due" | "review_missed" | "no_consent" | "task_escalated" | "follow_up" | "help_refused";
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
            /**
             * Subject Kind
             * @enum {string}
             */
            subject_kind: "assistance_need" | "care_task" | "assistance_visit";
        };
        /**
         * DutyPage
         * @description Open duties, the oldest first.
         */
        DutyPage: {
            /** Items */
            items: components["schemas"]["DutyOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * DutySettled
         * @description That a duty was settled by hand.
         */
        DutySettled: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Settled At
             * Format: date-time
             */
            settled_at: string;
        };
        /**
         * ElectionCancellationIn
         * @description Why an election is called off.
         */
        ElectionCancellationIn: {
            /** Reason */
            reason: string;
        };
        /**
         * ElectionIn
         * @description An election to start; neighbours are nominated until voting is opened.
         */
        ElectionIn: {
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Runoff Of
             * @description The election whose tie is to be settled; those who tied stand
             */
            runoff_of?: string | null;
            /**
             * Seats
             * @default 1
             */
            seats: number;
            /**
             * Term From
             * Format: date
             */
            term_from: string;
            /**
             * Term Until
             * Format: date
             * @description The last day of the term, included
             */
            term_until: string;
        };
        /**
         * ElectionOpeningIn
         * @description Until when voting goes on.
         */
        ElectionOpeningIn: {
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
        };
        /**
         * ElectionOut
         * @description An election with those who stand and how far it has come.
         */
        ElectionOut: {
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Building Name */
            building_name: string;
            /** Cancelled Because */
            cancelled_because: string | null;
            /** Candidates */
            candidates: components["schemas"]["CandidacyOut"][];
            /** Closed At */
            closed_at: string | null;
            /** Closes At */
            closes_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Homes
             * @description How many homes have a voice
             */
            homes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Mine
             * @description Whether the caller has a home in this building
             */
            is_mine: boolean;
            /** My Homes */
            my_homes: components["schemas"]["OwnHome"][];
            /** Opened At */
            opened_at: string | null;
            result: components["schemas"]["ElectionResultOut"] | null;
            /** Runoff Of */
            runoff_of: string | null;
            /** Seats */
            seats: number;
            /**
             * Stage
             * @enum {string}
             */
            stage: "nominating" | "voting" | "counting" | "closed" | "cancelled";
            /**
             * Term From
             * Format: date
             */
            term_from: string;
            /**
             * Term Until
             * Format: date
             */
            term_until: string;
            /** Took Part */
            took_part: number;
        };
        /**
         * ElectionPage
         * @description Elections, the oldest first.
         */
        ElectionPage: {
            /** Items */
            items: components["schemas"]["ElectionSummary"][];
            /** Next */
            next: string | null;
        };
        /**
         * ElectionResultOut
         * @description What the box says.
         */
        ElectionResultOut: {
            /** Blank */
            blank: number;
            /** Elected */
            elected: string[];
            /** Homes */
            homes: number;
            /** Invalid */
            invalid: number;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "elected" | "runoff" | "nobody" | "no_quorum" | "void";
            /** Seats Open */
            seats_open: number;
            /** Tied */
            tied: string[];
            /** Took Part */
            took_part: number;
            /** Valid */
            valid: number;
        };
        /**
         * ElectionSummary
         * @description An election in a list.
         */
        ElectionSummary: {
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Building Name */
            building_name: string;
            /** Cancelled Because */
            cancelled_because: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Closes At */
            closes_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Mine
             * @description Whether the caller has a home in this building
             */
            is_mine: boolean;
            /** Opened At */
            opened_at: string | null;
            /** Runoff Of */
            runoff_of: string | null;
            /** Seats */
            seats: number;
            /**
             * Stage
             * @enum {string}
             */
            stage: "nominating" | "voting" | "counting" | "closed" | "cancelled";
            /**
             * Term From
             * Format: date
             */
            term_from: string;
            /**
             * Term Until
             * Format: date
             */
            term_until: string;
        };
        /**
         * ElectionToVoteOut
         * @description An election that takes ballots from a home of the caller.
         */
        ElectionToVoteOut: {
            /** Building Code */
            building_code: string;
            /** Building Name */
            building_name: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /**
             * Election Id
             * Format: uuid
             */
            election_id: string;
            /**
             * Homes
             * @description Codes of the caller's homes that have not voted, sorted
             */
            homes: string[];
        };
        /**
         * ElectorateOut
         * @description Who may vote: as it would be frozen now, or as it was.
         */
        ElectorateOut: {
            /** Area Dm2 */
            area_dm2: number;
            /**
             * Co Owned
             * @description At most 200
             */
            co_owned: components["schemas"]["CoOwnedOut"][];
            /** Co Owned Without Voter */
            co_owned_without_voter: number;
            /** Digest */
            digest: string | null;
            /** Frozen */
            frozen: boolean;
            /** Heads */
            heads: number;
            /** Units */
            units: number;
            /**
             * With Account
             * @description Electors who can vote on the phone
             */
            with_account: number;
            /**
             * Without Owner
             * @description Doors that nobody is known to own; at most 200
             */
            without_owner: string[];
        };
        /**
         * ElectorOut
         * @description An elector as those see it who deliver and record; never what was answered.
         */
        ElectorOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Co Owned Without Voter */
            co_owned_without_voter: boolean;
            /**
             * Code
             * @description Printed on the paper, in its QR code too
             */
            code: string;
            /** Delivered */
            delivered: boolean;
            /**
             * Delivery Proven
             * @description A photo of it has arrived
             */
            delivery_proven: boolean;
            /** Doors */
            doors: string[];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /** Household Ids */
            household_ids: string[];
            /**
             * Paper Waiting
             * @description A paper ballot waits for a second person
             */
            paper_waiting: boolean;
            /** Returned */
            returned: boolean;
            /** Way */
            way: ("phone" | "paper" | "official") | null;
        };
        /**
         * ElectorPage
         * @description Electors, by the first of their doors.
         */
        ElectorPage: {
            /** Items */
            items: components["schemas"]["ElectorOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ElectorWeightIn
         * @description Heads and area.
         */
        ElectorWeightIn: {
            /** Area Dm2 */
            area_dm2: number;
            /** Heads */
            heads: number;
        };
        /**
         * ElectorWeightOut
         * @description Heads and area.
         */
        ElectorWeightOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Heads */
            heads: number;
        };
        /**
         * EmergencyIn
         * @description Why no consent could be asked for (PIPL 13: life and health in danger).
         */
        EmergencyIn: {
            /** Reason */
            reason: string;
        };
        /**
         * EndedOut
         * @description That a need ended and its content was erased.
         */
        EndedOut: {
            /**
             * Ended At
             * Format: date-time
             */
            ended_at: string;
            /**
             * Key Destroyed
             * @description Whether the person's key went too; not while another need of theirs is active
             */
            key_destroyed: boolean;
            /**
             * Need Id
             * Format: uuid
             */
            need_id: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "withdrawn" | "no_longer_needed" | "moved_away" | "died" | "helped_otherwise" | "mistake" | "replaced" | "end_date" | "review_missed" | "no_consent";
        };
        /**
         * EndIn
         * @description Help is no longer needed.
         */
        EndIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "no_longer_needed" | "moved_away" | "died" | "helped_otherwise" | "mistake" | "review_missed";
        };
        /**
         * ExemptionIn
         * @description A home that pays nothing, and why; everybody reads the reason, so hardship is none.
         */
        ExemptionIn: {
            /** Code */
            code: string;
            /** Reason */
            reason: string;
        };
        /**
         * ExemptionOut
         * @description A home that pays nothing.
         */
        ExemptionOut: {
            /** Code */
            code: string;
            /** Reason */
            reason: string;
        };
        /**
         * ExportIn
         * @description Why the register is taken out as a file.
         */
        ExportIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Purpose */
            purpose: string;
        };
        /**
         * ExportOut
         * @description A file to fetch once, soon, by the one who asked for it.
         */
        ExportOut: {
            /**
             * Fetch Until
             * Format: date-time
             */
            fetch_until: string;
            /** Href */
            href: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Needs */
            needs: number;
        };
        /**
         * FeedbackAnswerIn
         * @description An answer, with the day by which it is done.
         */
        FeedbackAnswerIn: {
            /**
             * Promised On
             * Format: date
             */
            promised_on: string;
            /** Words */
            words: string;
        };
        /**
         * FeedbackCreate
         * @description A report under the id that the phone gave it.
         */
        FeedbackCreate: {
            /** Attachments */
            attachments?: components["schemas"]["Slot"][];
            /**
             * Building Id
             * @description Left out for a place outside
             */
            building_id?: string | null;
            /** Floor */
            floor?: number | null;
            /**
             * Happened At
             * Format: date-time
             * @description By the phone's clock; never corrected
             */
            happened_at: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            kind: components["schemas"]["FeedbackKind"];
            /**
             * Place
             * @description The place in own words
             */
            place?: string | null;
            /**
             * Same As
             * @description The open report that this one repeats
             */
            same_as?: string | null;
            /** Stairwell Id */
            stairwell_id?: string | null;
            /** Words */
            words?: string | null;
        };
        /**
         * FeedbackDetail
         * @description A report with all that was done about it.
         */
        FeedbackDetail: {
            /** Building Code */
            building_code: string | null;
            /** Building Id */
            building_id: string | null;
            /**
             * Days Open
             * @description Days of the community's calendar, until it ended
             */
            days_open: number;
            /**
             * Files
             * @description For the reporter and whoever answers
             */
            files: components["schemas"]["FeedbackFile"][];
            /** Floor */
            floor: number | null;
            /**
             * Homes
             * @description How many homes reported it
             */
            homes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["FeedbackKind"];
            /**
             * May Confirm
             * @description Whether the caller is asked whether it is fixed
             */
            may_confirm: boolean;
            /**
             * May Reopen
             * @description Whether the caller may still say that it is not fixed
             */
            may_reopen: boolean;
            /**
             * May Separate
             * @description Whether the caller may take it out of the report that it was joined to
             */
            may_separate: boolean;
            /** Merged Into Id */
            merged_into_id: string | null;
            /**
             * Mine
             * @description The caller reported it, or a report that was joined to it
             */
            mine: boolean;
            /**
             * Overdue
             * @description The promised day has passed and it is not done
             */
            overdue: boolean;
            /** Place */
            place: string | null;
            /** Promised On */
            promised_on: string | null;
            /**
             * Reported On
             * Format: date
             */
            reported_on: string;
            /**
             * Reporter Building
             * @description For whoever answers: the building whose neighbour reported it
             */
            reporter_building: string | null;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "reported" | "on_agenda" | "answered" | "said_fixed" | "closed" | "reopened" | "declined" | "merged";
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Steps */
            steps: components["schemas"]["FeedbackStepOut"][];
            /** Words */
            words: string | null;
        };
        /**
         * FeedbackFile
         * @description A photo of a report.
         */
        FeedbackFile: {
            /** Content Type */
            content_type: string;
            /** Sha256 */
            sha256: string;
            /**
             * State
             * @enum {string}
             */
            state: "missing" | "stored";
        };
        /**
         * FeedbackJoinIn
         * @description The open report that it repeats, and why it is the same.
         */
        FeedbackJoinIn: {
            /**
             * Into Id
             * Format: uuid
             */
            into_id: string;
            /** Reason */
            reason: string;
        };
        /**
         * FeedbackKind
         * @description What feedback is about.
         * @enum {string}
         */
        FeedbackKind: "noise" | "access" | "dust" | "lighting" | "button_height" | "other";
        /**
         * FeedbackOut
         * @description A report as the public list shows it.
         */
        FeedbackOut: {
            /** Building Code */
            building_code: string | null;
            /** Building Id */
            building_id: string | null;
            /**
             * Days Open
             * @description Days of the community's calendar, until it ended
             */
            days_open: number;
            /** Floor */
            floor: number | null;
            /**
             * Homes
             * @description How many homes reported it
             */
            homes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["FeedbackKind"];
            /** Merged Into Id */
            merged_into_id: string | null;
            /**
             * Mine
             * @description The caller reported it, or a report that was joined to it
             */
            mine: boolean;
            /**
             * Overdue
             * @description The promised day has passed and it is not done
             */
            overdue: boolean;
            /** Place */
            place: string | null;
            /** Promised On */
            promised_on: string | null;
            /**
             * Reported On
             * Format: date
             */
            reported_on: string;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "reported" | "on_agenda" | "answered" | "said_fixed" | "closed" | "reopened" | "declined" | "merged";
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Words */
            words: string | null;
        };
        /**
         * FeedbackPage
         * @description Reports, the oldest first.
         */
        FeedbackPage: {
            /** Items */
            items: components["schemas"]["FeedbackOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * FeedbackReasonIn
         * @description Why.
         */
        FeedbackReasonIn: {
            /** Reason */
            reason: string;
        };
        /**
         * FeedbackReported
         * @description That a report was taken, with its receipt.
         */
        FeedbackReported: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
        };
        /**
         * FeedbackStepOut
         * @description What was done about a report, and in which part.
         */
        FeedbackStepOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Part
             * @enum {string}
             */
            part: "reporter" | "contractor" | "property_manager" | "office" | "system";
            /** Promised On */
            promised_on: string | null;
            /**
             * To State
             * @enum {string}
             */
            to_state: "reported" | "on_agenda" | "answered" | "said_fixed" | "closed" | "reopened" | "declined" | "merged";
            /** Words */
            words: string | null;
        };
        /**
         * Field
         * @description What a column means.
         * @enum {string}
         */
        Field: "serial" | "building" | "stairwell" | "room" | "address" | "shop" | "floor" | "storeys" | "lift" | "kind" | "area" | "occupancy" | "owner" | "co_owner" | "owner_type" | "phone" | "other_phone" | "resident" | "people" | "remark";
        /**
         * FieldErrorOut
         * @description What is wrong with one field.
         */
        FieldErrorOut: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /**
             * Pointer
             * @description JSON Pointer (RFC 6901) to the field
             */
            pointer: string;
        };
        /**
         * FixedIn
         * @description That it is said to be fixed.
         */
        FixedIn: {
            /** Words */
            words?: string | null;
        };
        /**
         * FloorChangeOut
         * @description One storey under two schemes.
         */
        FloorChangeOut: {
            /** Floor */
            floor: number;
            /** Gain */
            gain: number;
            /** Homes */
            homes: number;
            /** Least Change */
            least_change: number;
            /** Lose */
            lose: number;
            /** Most Change */
            most_change: number;
        };
        /**
         * FloorOut
         * @description One storey: its homes and their shares, least and most, in fen.
         */
        FloorOut: {
            /** Floor */
            floor: number;
            /** Homes */
            homes: number;
            /** Least */
            least: number;
            /** Most */
            most: number;
        };
        /**
         * GrantedRoleOut
         * @description A role that is held, and by which grant.
         */
        GrantedRoleOut: {
            /**
             * Grant Id
             * Format: uuid
             */
            grant_id: string;
            /** Role */
            role: string;
            /**
             * Scope Id
             * Format: uuid
             * @description The community's own id when it is held on the whole of it
             */
            scope_id: string;
            scope_kind: components["schemas"]["Scope"];
            /** Scope Name */
            scope_name: string;
        };
        /**
         * GrantIn
         * @description Giving a member a role.
         */
        GrantIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Role
             * @example volunteer
             * @enum {string}
             */
            role: "community_admin" | "social_worker" | "building_lead" | "volunteer" | "representative" | "supervisor" | "legal_adviser" | "contractor" | "property_manager" | "resident";
            /**
             * Scope Id
             * @description Building or group; not for a whole community
             */
            scope_id?: string | null;
            scope_kind: components["schemas"]["Scope"];
        };
        /**
         * GrantOut
         * @description A grant, held or revoked.
         */
        GrantOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Role */
            role: string;
            /**
             * Scope Id
             * Format: uuid
             */
            scope_id: string;
            scope_kind: components["schemas"]["Scope"];
        };
        /**
         * GrievanceHeard
         * @description A grievance as the visit's history shows it.
         */
        GrievanceHeard: {
            /**
             * Category
             * @enum {string}
             */
            category: "noise" | "lift" | "leak" | "money" | "access" | "safety" | "other";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Matter
             * @enum {string}
             */
            matter: "old_grievance" | "new_matter";
            /** Words */
            words: string;
        };
        /**
         * GrievanceIn
         * @description A grievance heard during a visit, in the neighbour's own words.
         */
        GrievanceIn: {
            /**
             * Category
             * @enum {string}
             */
            category: "noise" | "lift" | "leak" | "money" | "access" | "safety" | "other";
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Matter
             * @enum {string}
             */
            matter: "old_grievance" | "new_matter";
            /** Words */
            words: string;
        };
        /**
         * GrievanceOut
         * @description A grievance and what became of it.
         */
        GrievanceOut: {
            /** Answers */
            answers: components["schemas"]["AnswerOut"][];
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /**
             * Category
             * @enum {string}
             */
            category: "noise" | "lift" | "leak" | "money" | "access" | "safety" | "other";
            /** Closed At */
            closed_at: string | null;
            /** Household Code */
            household_code: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Matter
             * @enum {string}
             */
            matter: "old_grievance" | "new_matter";
            /** Owner Account Id */
            owner_account_id: string | null;
            /** Owner Name */
            owner_name: string | null;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "answered" | "closed";
            /** Version */
            version: number;
            /** Words */
            words: string;
        };
        /**
         * GrievancePage
         * @description Grievances, the oldest first.
         */
        GrievancePage: {
            /** Items */
            items: components["schemas"]["GrievanceOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * GroupEndingIn
         * @description Why a group is there no more.
         */
        GroupEndingIn: {
            /** Reason */
            reason: string;
        };
        /**
         * GroupNameIn
         * @description What a group is called from now on.
         */
        GroupNameIn: {
            /**
             * Name
             * @example 爱心帮扶组
             */
            name: string;
        };
        /**
         * HandbookOut
         * @description The whole handbook; there is never a next page.
         */
        HandbookOut: {
            /** Items */
            items: components["schemas"]["DocumentOut"][];
            /** Next */
            next?: null;
        };
        /**
         * HandbookVersionOut
         * @description One version, as it was published.
         */
        HandbookVersionOut: {
            /**
             * Attachment Sha256
             * @description Of a PDF
             */
            attachment_sha256: string | null;
            /**
             * Body
             * @description The Markdown as it was written
             */
            body: string | null;
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /**
             * Format
             * @enum {string}
             */
            format: "markdown" | "pdf";
            /**
             * Html
             * @description Of Markdown; safe to insert
             */
            html: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By Name */
            published_by_name: string;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * HandoverIn
         * @description To whom a task is handed over, and why.
         */
        HandoverIn: {
            /** Reason */
            reason: string;
            /**
             * To Account Id
             * Format: uuid
             */
            to_account_id: string;
        };
        /**
         * HolidayIn
         * @description A day on which recurring help rests.
         */
        HolidayIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Name */
            name: string;
            /**
             * On Day
             * Format: date
             */
            on_day: string;
        };
        /**
         * HolidayList
         * @description The calendar, the earliest first.
         */
        HolidayList: {
            /** Items */
            items: components["schemas"]["HolidayOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * HolidayOut
         * @description A day on which recurring help rests.
         */
        HolidayOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * On Day
             * Format: date
             */
            on_day: string;
        };
        /**
         * HomeAnswerCreate
         * @description An answer under the id that the phone gave it.
         */
        HomeAnswerCreate: {
            /**
             * Answer
             * @enum {string}
             */
            answer: "confirmed" | "contradicted";
            /**
             * Comment Id
             * Format: uuid
             */
            comment_id: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Said At
             * Format: date-time
             */
            said_at: string;
        };
        /**
         * HomeIn
         * @description Where an invited resident is at home, as whoever invites has checked it.
         */
        HomeIn: {
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Owner Id
             * @description The owner's; only with relation owner
             */
            owner_id?: string | null;
            /**
             * Relation
             * @enum {string}
             */
            relation: "owner" | "family" | "tenant";
            /**
             * Verified How
             * @example knows the family
             */
            verified_how: string;
        };
        /**
         * HomeList
         * @description One's homes in the order of their codes; there is never a next page.
         */
        HomeList: {
            /** Items */
            items: components["schemas"]["HomeOut"][];
            /** Next */
            next?: null;
        };
        /**
         * HomeOut
         * @description A home of one's own.
         */
        HomeOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Building Code */
            building_code: string | null;
            /** Building Id */
            building_id: string | null;
            /**
             * Code
             * @example 1-1-101
             */
            code: string;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "home" | "shop";
            /**
             * Owner
             * @description Whether an ownership was verified: who may vote for it
             */
            owner: boolean;
            /** Owner Id */
            owner_id: string | null;
            /**
             * Relation
             * @enum {string}
             */
            relation: "owner" | "family" | "tenant";
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
        };
        /**
         * HomePlaceOut
         * @description Where the caller lives; ``null`` where the roster does not say.
         */
        HomePlaceOut: {
            /** Building Code */
            building_code: string | null;
            /** Building Id */
            building_id: string | null;
            /** Floor */
            floor: number | null;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
        };
        /**
         * HomesBehind
         * @description How many homes a comment speaks for, by what they say themselves.
         */
        HomesBehind: {
            /** Claimed */
            claimed: number;
            /** Confirmed */
            confirmed: number;
            /** Contradicted */
            contradicted: number;
            /** Speaks For */
            speaks_for: number;
        };
        /**
         * HomeShareOut
         * @description One home's share of one scope.
         */
        HomeShareOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Code */
            code: string;
            /** Door */
            door: string;
            /** Exempt */
            exempt: boolean;
            /** Fen */
            fen: number;
            /** Floor */
            floor: number;
            /** Stairwell */
            stairwell: string | null;
        };
        /**
         * HouseholdDetailOut
         * @description A household with its people.
         */
        HouseholdDetailOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Building Code */
            building_code: string | null;
            /**
             * Building Id
             * @description null for a shop outside all buildings
             */
            building_id: string | null;
            /**
             * Code
             * @example 1-1-101
             */
            code: string;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "home" | "shop";
            /** Names Masked */
            names_masked: boolean;
            /**
             * Occupancy
             * @description null while nobody has said
             */
            occupancy: ("occupied" | "rented" | "empty") | null;
            /** Owners */
            owners: components["schemas"]["OwnerOut"][];
            /**
             * People
             * @description How many live there
             */
            people: number | null;
            /**
             * Remark
             * @description Only for those who see whole names
             */
            remark: string | null;
            /** Residents */
            residents: components["schemas"]["ResidentOut"][];
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
            /** Version */
            version: number;
        };
        /**
         * HouseholdIn
         * @description What is to change; what is null or left out stays.
         */
        HouseholdIn: {
            /** Area Dm2 */
            area_dm2?: number | null;
            /** Occupancy */
            occupancy?: ("occupied" | "rented" | "empty") | null;
            /** People */
            people?: number | null;
        };
        /**
         * HouseholdListOut
         * @description A page of households in the order of their codes.
         */
        HouseholdListOut: {
            /** Items */
            items: components["schemas"]["HouseholdOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * HouseholdMemberIn
         * @description That an account is at home in a household.
         */
        HouseholdMemberIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Owner Id
             * @description The owner they are, or speak for; with relation owner only
             */
            owner_id?: string | null;
            /**
             * Relation
             * @enum {string}
             */
            relation: "owner" | "family" | "tenant";
            /**
             * Verified How
             * @example saw the deed
             */
            verified_how: string;
        };
        /**
         * HouseholdMemberList
         * @description All of a household, those who are there now first; there is never a next page.
         */
        HouseholdMemberList: {
            /** Items */
            items: components["schemas"]["HouseholdMemberOut"][];
            /** Next */
            next?: null;
        };
        /**
         * HouseholdMemberOut
         * @description An account that is, or was, at home in a household.
         */
        HouseholdMemberOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Account Name */
            account_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Owner Id
             * @description Set where an ownership was verified
             */
            owner_id: string | null;
            /**
             * Relation
             * @enum {string}
             */
            relation: "owner" | "family" | "tenant";
            /**
             * Verified By
             * Format: uuid
             */
            verified_by: string;
            /** Verified How */
            verified_how: string;
        };
        /**
         * HouseholdOut
         * @description A household in a list.
         */
        HouseholdOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Building Code */
            building_code: string | null;
            /**
             * Building Id
             * @description null for a shop outside all buildings
             */
            building_id: string | null;
            /**
             * Code
             * @example 1-1-101
             */
            code: string;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "home" | "shop";
            /**
             * Occupancy
             * @description null while nobody has said
             */
            occupancy: ("occupied" | "rented" | "empty") | null;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
            /** Version */
            version: number;
        };
        /**
         * ImportListedOut
         * @description An import in a list.
         */
        ImportListedOut: {
            /** Applied At */
            applied_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Failure */
            failure: string | null;
            /** Filename */
            filename: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            progress: components["schemas"]["ProgressOut"];
            /**
             * Status
             * @enum {string}
             */
            status: "read" | "planning" | "planned" | "applying" | "applied" | "failed" | "cancelled";
            summary: components["schemas"]["SummaryOut"];
            /** Version */
            version: number;
        };
        /**
         * ImportListOut
         * @description A page of imports, the oldest first.
         */
        ImportListOut: {
            /** Items */
            items: components["schemas"]["ImportListedOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ImportOut
         * @description An import with its sheets.
         */
        ImportOut: {
            /** Applied At */
            applied_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Failure */
            failure: string | null;
            /**
             * Fields
             * @description All that a column can mean
             */
            fields: components["schemas"]["Field"][];
            /** Filename */
            filename: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            progress: components["schemas"]["ProgressOut"];
            /** Sheets */
            sheets: components["schemas"]["SheetOut"][];
            /**
             * Status
             * @enum {string}
             */
            status: "read" | "planning" | "planned" | "applying" | "applied" | "failed" | "cancelled";
            summary: components["schemas"]["SummaryOut"];
            /** Version */
            version: number;
        };
        /**
         * InclusionOut
         * @description Proof that a leaf is in the tree (RFC 6962, 2.1.1).
         */
        InclusionOut: {
            /** Path */
            path: string[];
            /**
             * Root Hash
             * @description SHA-256, base64
             */
            root_hash: string;
            /** Size */
            size: number;
        };
        /**
         * InvitationIn
         * @description Inviting somebody.
         */
        InvitationIn: {
            /**
             * Display Name
             * @description Who it is for
             * @example 王秀英
             */
            display_name: string;
            /**
             * Expires In Days
             * @default 14
             */
            expires_in_days: number;
            /** @description Theirs as soon as they accept; residents only */
            home?: components["schemas"]["HomeIn"] | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Role
             * @example volunteer
             * @enum {string}
             */
            role: "community_admin" | "social_worker" | "building_lead" | "volunteer" | "representative" | "supervisor" | "legal_adviser" | "contractor" | "property_manager" | "resident";
            /**
             * Scope Id
             * @description Building or group; not for a whole community
             */
            scope_id?: string | null;
            scope_kind: components["schemas"]["Scope"];
        };
        /**
         * InvitationLookOut
         * @description What an invited person sees before accepting.
         */
        InvitationLookOut: {
            /** Community Name */
            community_name: string;
            /** Display Name */
            display_name: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Home Code
             * @description The home that comes with it
             * @example 1-1-101
             */
            home_code: string | null;
            /**
             * Needs Account
             * @description False for somebody who is signed in
             */
            needs_account: boolean;
            /** Role */
            role: string;
            /** Scope Name */
            scope_name: string;
        };
        /**
         * InvitationMadeOut
         * @description An invitation and its link.
         */
        InvitationMadeOut: {
            /** Accepted At */
            accepted_at: string | null;
            /** Accepted By */
            accepted_by: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Display Name */
            display_name: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Home Code
             * @description The home that comes with it
             * @example 1-1-101
             */
            home_code: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Link */
            link: string | null;
            /**
             * Qr Svg
             * @description The link as a QR code, an SVG element
             */
            qr_svg: string | null;
            /** Revoked At */
            revoked_at: string | null;
            /** Role */
            role: string;
            /**
             * Scope Id
             * Format: uuid
             * @description The community's own id when it is held on the whole of it
             */
            scope_id: string;
            scope_kind: components["schemas"]["Scope"];
            /** Scope Name */
            scope_name: string;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "accepted" | "revoked" | "expired";
            /**
             * Token
             * @description null once it cannot be used any more
             */
            token: string | null;
        };
        /**
         * InvitationOut
         * @description An invitation.
         */
        InvitationOut: {
            /** Accepted At */
            accepted_at: string | null;
            /** Accepted By */
            accepted_by: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Display Name */
            display_name: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Home Code
             * @description The home that comes with it
             * @example 1-1-101
             */
            home_code: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Role */
            role: string;
            /**
             * Scope Id
             * Format: uuid
             * @description The community's own id when it is held on the whole of it
             */
            scope_id: string;
            scope_kind: components["schemas"]["Scope"];
            /** Scope Name */
            scope_name: string;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "accepted" | "revoked" | "expired";
        };
        /**
         * InvitationsOut
         * @description A page of invitations.
         */
        InvitationsOut: {
            /** Items */
            items: components["schemas"]["InvitationOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * IssueOut
         * @description One thing to look at.
         */
        IssueOut: {
            /** Code */
            code: string | null;
            /** Column */
            column: string | null;
            field: components["schemas"]["Field"] | null;
            /** Header */
            header: string | null;
            /** Message */
            message: string | null;
            /** Value */
            value: string | null;
        };
        /**
         * JudgedThresholdOut
         * @description One threshold held against an exact fraction, ``part`` of ``whole``.
         */
        JudgedThresholdOut: {
            /**
             * Basis
             * @enum {string}
             */
            basis: "heads" | "area";
            /** Denominator */
            denominator: number;
            /**
             * Least
             * @description The smallest part that would have met it
             */
            least: number;
            /** Met */
            met: boolean;
            /** Missing */
            missing: number;
            /** Numerator */
            numerator: number;
            /** Part */
            part: number;
            /** Strict */
            strict: boolean;
            /** Whole */
            whole: number;
        };
        /**
         * LatestVersionOut
         * @description What the phone keeps.
         */
        LatestVersionOut: {
            /**
             * Attachment Sha256
             * @description Of a PDF
             */
            attachment_sha256: string | null;
            /**
             * Format
             * @enum {string}
             */
            format: "markdown" | "pdf";
            /**
             * Html
             * @description Of Markdown; safe to insert
             */
            html: string | null;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Version */
            version: number;
        };
        /**
         * LiftRunsIn
         * @description Since when, or from when on, the lift runs again.
         */
        LiftRunsIn: {
            /**
             * Stopped Until
             * Format: date-time
             */
            stopped_until: string;
        };
        /**
         * LiftStoppageIn
         * @description A building, or one stairwell of it, goes without its lift.
         */
        LiftStoppageIn: {
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Reason */
            reason: string;
            /** Stairwell Id */
            stairwell_id?: string | null;
            /**
             * Stopped From
             * Format: date-time
             */
            stopped_from: string;
            /**
             * Stopped Until
             * @description ``null``: nobody knows yet
             */
            stopped_until?: string | null;
        };
        /**
         * LiftStoppageOut
         * @description A lift stoppage; everybody may know.
         */
        LiftStoppageOut: {
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Reason */
            reason: string;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
            /**
             * Stopped From
             * Format: date-time
             */
            stopped_from: string;
            /** Stopped Until */
            stopped_until: string | null;
            /** Version */
            version: number;
        };
        /**
         * LiftStoppagePage
         * @description Stoppages, the earliest first.
         */
        LiftStoppagePage: {
            /** Items */
            items: components["schemas"]["LiftStoppageOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * FileOut
         * @description A declared file and whether it has arrived.
         */
        linli__care__schemas__assistance_visit__FileOut: {
            /** Content Type */
            content_type: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "missing" | "stored";
        };
        /**
         * PictureOut
         * @description A building as its floors and doors.
         */
        linli__care__schemas__picture__PictureOut: {
            building: components["schemas"]["PictureBuilding"];
            /** Stairwells */
            stairwells: components["schemas"]["PictureStairwell"][];
        };
        /**
         * PictureOut
         * @description A building as floors × doors.
         */
        linli__community__schemas__places__PictureOut: {
            building: components["schemas"]["PictureBuildingOut"];
            /** Stairwells */
            stairwells: components["schemas"]["PictureStairwellOut"][];
        };
        /**
         * CellOut
         * @description A cell of a row that waits.
         */
        linli__community__schemas__rosters__CellOut: {
            field: components["schemas"]["Field"];
            /** Header */
            header: string | null;
            /** Value */
            value: string;
        };
        /**
         * ChangeOut
         * @description A value before and after.
         */
        linli__community__schemas__rosters__ChangeOut: {
            /** After */
            after: string | number | null;
            /** Before */
            before: string | number | null;
            /** Field */
            field: string;
        };
        /**
         * DecisionIn
         * @description What to do with a row that waits.
         */
        linli__community__schemas__rosters__DecisionIn: {
            /**
             * Accept
             * @description Doubts that were looked at and are true all the same
             */
            accept?: components["schemas"]["Reason"][];
            /**
             * Action
             * @description Leave it out; read it with corrections; take an earlier decision back
             * @enum {string}
             */
            action: "skip" | "correct" | "undo";
            /**
             * Fields
             * @description Corrected cells, as they might stand in the sheet
             */
            fields?: {
                [key: string]: string;
            };
            /** Row Id */
            row_id: string;
        };
        /**
         * CellOut
         * @description What is known of an option by a criterion.
         */
        linli__deliberation__schemas__comparison_lists__shown__CellOut: {
            /** Criterion */
            criterion: string;
            /** Option */
            option: string;
            /** Source */
            source: string;
            /** Value */
            value: boolean | number | string | null;
        };
        /**
         * ChangeOut
         * @description One thing that is not as it was.
         */
        linli__deliberation__schemas__comparison_lists__shown__ChangeOut: {
            /** After */
            after: boolean | number | string | null;
            /** Before */
            before: boolean | number | string | null;
            /** Criterion */
            criterion: string | null;
            /** Option */
            option: string | null;
            /** What */
            what: string;
        };
        /**
         * FileOut
         * @description A file of a report.
         */
        linli__deliberation__schemas__comparison_lists__site_visit__FileOut: {
            /** Content Type */
            content_type: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * State
             * @description missing, until it has arrived, then stored
             */
            state: string;
        };
        /**
         * SignatureIn
         * @description Standing for a report: a drawn picture, or the typed name alone.
         */
        linli__deliberation__schemas__comparison_lists__site_visit__SignatureIn: {
            /** @description The picture of the signature */
            drawn?: components["schemas"]["Slot"] | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * SignatureOut
         * @description Who stands for a report.
         */
        linli__deliberation__schemas__comparison_lists__site_visit__SignatureOut: {
            /**
             * By Name
             * @description The name of the account that signed, from its invitation
             */
            by_name: string;
            drawn: components["schemas"]["linli__deliberation__schemas__comparison_lists__site_visit__FileOut"] | null;
            /** How */
            how: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Name
             * @description As the signer wrote it
             */
            name: string;
            /**
             * Signed At
             * Format: date-time
             */
            signed_at: string;
        };
        /**
         * DecisionIn
         * @description A decision by its own id.
         */
        linli__deliberation__schemas__session_outcome__DecisionIn: {
            /**
             * Agenda Item Id
             * Format: uuid
             */
            agenda_item_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Motion Id */
            motion_id?: string | null;
            /** Words */
            words: string;
        };
        /**
         * SignatureIn
         * @description A party signs, or will not and says why.
         */
        linli__deliberation__schemas__session_outcome__SignatureIn: {
            /**
             * Number
             * @description The version that was read
             */
            number: number;
            /** Reason */
            reason?: string | null;
            /** Signed */
            signed: boolean;
        };
        /**
         * SignatureOut
         * @description What a party said to the minutes.
         */
        linli__deliberation__schemas__session_outcome__SignatureOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Number */
            number: number;
            party: components["schemas"]["Party"];
            /** Reason */
            reason: string | null;
            /** Signed */
            signed: boolean;
        };
        /**
         * ListCardOut
         * @description A list among others.
         */
        ListCardOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Published At */
            published_at: string | null;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * ListIn
         * @description A list to make.
         */
        ListIn: {
            /** Cells */
            cells?: components["schemas"]["CellIn"][];
            /** Criteria */
            criteria: components["schemas"]["CriterionIn"][];
            /**
             * Decision Id
             * @description The decision of a session that agreed on the weights; none without weights
             */
            decision_id?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Options */
            options: components["schemas"]["OptionIn"][];
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /**
             * Question
             * @description What is to be chosen, in a sentence
             * @default
             */
            question: string;
            /** Title */
            title: string;
        };
        /**
         * ListOut
         * @description One version of a list.
         */
        ListOut: {
            /**
             * Agreed In
             * @description The session; empty for a weekly one that has no title
             * @default
             */
            agreed_in: string;
            /**
             * Agreed On
             * @description The day of the session
             */
            agreed_on?: string | null;
            /**
             * Agreed Words
             * @description What was decided there
             * @default
             */
            agreed_words: string;
            /** Cells */
            cells: components["schemas"]["linli__deliberation__schemas__comparison_lists__shown__CellOut"][];
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Criteria */
            criteria: components["schemas"]["CriterionOut"][];
            /**
             * Decision Id
             * @description Empty without weights, and where those of the past rest on words alone
             */
            decision_id?: string | null;
            /** Digest */
            digest: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Number
             * @description Of this version
             */
            number: number;
            /** Options */
            options: components["schemas"]["OptionOut"][];
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Published At */
            published_at: string | null;
            /** Question */
            question: string;
            /** Reason */
            reason: string;
            /**
             * Scores
             * @description Best first; empty while no weights are agreed
             */
            scores: components["schemas"]["ScoreOut"][];
            /** Session Id */
            session_id?: string | null;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * ListPage
         * @description Lists, the oldest first.
         */
        ListPage: {
            /** Items */
            items: components["schemas"]["ListCardOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ListVersionOut
         * @description A version and what changed with it.
         */
        ListVersionOut: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changes */
            changes: components["schemas"]["linli__deliberation__schemas__comparison_lists__shown__ChangeOut"][];
            /** Digest */
            digest: string;
            /** Number */
            number: number;
            /** Reason */
            reason: string;
        };
        /**
         * ListVersions
         * @description Versions, the newest first.
         */
        ListVersions: {
            /** Items */
            items: components["schemas"]["ListVersionOut"][];
        };
        /**
         * LoginIn
         * @description A login and its password.
         */
        LoginIn: {
            /**
             * Device Name
             * @example Xiuying's phone
             */
            device_name: string;
            /**
             * Login
             * @example 138 0013 8000
             * @example wangxiuying
             */
            login: string;
            /**
             * Password
             * @example a kettle on the balcony
             */
            password: string;
        };
        /**
         * MandateOut
         * @description Who speaks for a building.
         */
        MandateOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Assembly Id */
            assembly_id: string | null;
            /**
             * Basis
             * @enum {string}
             */
            basis: "election" | "appointment";
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Building Name */
            building_name: string;
            /** Election Id */
            election_id: string | null;
            /** Ended Because */
            ended_because: string | null;
            /** Ended How */
            ended_how: ("recall" | "resignation") | null;
            /** Ended On */
            ended_on: string | null;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Me */
            is_me: boolean;
            /** Name */
            name: string;
            /**
             * Phone
             * @description Only where they chose to show it
             */
            phone: string | null;
            /**
             * Standing
             * @enum {string}
             */
            standing: "to_come" | "in_force" | "substitute" | "over";
            /** Stands In For */
            stands_in_for: string | null;
            /**
             * Statement
             * @description What they said when they stood for election
             */
            statement: string | null;
            /**
             * Until On
             * Format: date
             */
            until_on: string;
            /** Version */
            version: number;
        };
        /**
         * MandatePage
         * @description Mandates by building and beginning.
         */
        MandatePage: {
            /** Items */
            items: components["schemas"]["MandateOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * MappingIn
         * @description Correcting how a roster is read; sheets that are not named stay as they are.
         */
        MappingIn: {
            /** Sheets */
            sheets: components["schemas"]["SheetIn"][];
        };
        /**
         * Matter
         * @description Matters that owners decide together (Civil Code, art. 278 (1), item in brackets).
         * @enum {string}
         */
        Matter: "assembly_rules" | "covenant" | "committee" | "manager" | "use_of_fund" | "lift_from_fund" | "raising_fund" | "owners_pay_extra" | "rebuilding" | "business_on_common_parts" | "lift_advertising" | "brand_choice" | "use_of_common_revenue" | "other_major" | "opinion";
        /**
         * MemberEndingIn
         * @description Why somebody is at home there no more.
         */
        MemberEndingIn: {
            /** Reason */
            reason: string;
        };
        /**
         * MemberOut
         * @description A member, as far as the caller may see.
         */
        MemberOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Display Name */
            display_name: string;
            /**
             * Login
             * @description Masked; null for those who need not help with it
             */
            login: string | null;
            /** Roles */
            roles: components["schemas"]["GrantedRoleOut"][];
        };
        /**
         * MembersOut
         * @description A page of members.
         */
        MembersOut: {
            /** Items */
            items: components["schemas"]["MemberOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * MeOut
         * @description Who I am.
         */
        MeOut: {
            account: components["schemas"]["AccountOut"];
            /** Communities */
            communities: components["schemas"]["SeatOut"][];
            preferences: components["schemas"]["PreferencesOut"];
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
        };
        /**
         * MessageAnswered
         * @description That a message was answered.
         */
        MessageAnswered: {
            /**
             * Answered At
             * Format: date-time
             */
            answered_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * MessageAnswerIn
         * @description The answer; there is one.
         */
        MessageAnswerIn: {
            /** Words */
            words: string;
        };
        /**
         * MessageCreate
         * @description A message under the id that the phone gave it.
         */
        MessageCreate: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Mandate Id
             * Format: uuid
             * @description Of one's own building; after it, who follows gets it
             */
            mandate_id: string;
            /** Words */
            words: string;
        };
        /**
         * MessageOut
         * @description A message, for the two between whom it is.
         */
        MessageOut: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answered Name */
            answered_name: string | null;
            /** Building Name */
            building_name: string;
            /** From Name */
            from_name: string;
            /** Household Code */
            household_code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mandate Id
             * Format: uuid
             */
            mandate_id: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** To Name */
            to_name: string;
            /**
             * Words
             * @description `null` once it was erased
             */
            words: string | null;
        };
        /**
         * MessagePage
         * @description Messages, the newest first.
         */
        MessagePage: {
            /** Items */
            items: components["schemas"]["MessageOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * MessageSent
         * @description That a message was taken, with its receipt.
         */
        MessageSent: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
        };
        /**
         * Method
         * @description Ways of sharing; owners adopt one, else area decides (Civil Code, art. 283).
         * @enum {string}
         */
        Method: "area" | "per_household" | "floor_coefficient" | "coefficient_area" | "half_half" | "incremental" | "manual";
        /**
         * MinutesIn
         * @description Minutes as they are now.
         */
        MinutesIn: {
            /** Text */
            text: string;
        };
        /**
         * MinutesOut
         * @description The newest minutes; ``number`` is their ETag.
         */
        MinutesOut: {
            /**
             * Number
             * @description 0 while nothing was written
             */
            number: number;
            /**
             * Photos
             * @description The signed page, the whiteboard
             */
            photos: components["schemas"]["MinutesPhotoOut"][];
            /** Saved At */
            saved_at: string | null;
            /** Saved By Name */
            saved_by_name: string | null;
            /** Text */
            text: string;
        };
        /**
         * MinutesPhotoOut
         * @description A photo of the minutes.
         */
        MinutesPhotoOut: {
            /** By Name */
            by_name: string;
            /** Content Type */
            content_type: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * State
             * @description missing, until it has arrived
             * @enum {string}
             */
            state: "missing" | "stored";
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
        };
        /**
         * ModerationIn
         * @description Words to hide from others, or to show again; the reason is public.
         */
        ModerationIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Reason */
            reason: string;
            /**
             * Verb
             * @enum {string}
             */
            verb: "hide" | "show";
        };
        /**
         * MotionOut
         * @description A motion and its hands.
         */
        MotionOut: {
            /**
             * Agenda Item Id
             * Format: uuid
             */
            agenda_item_id: string;
            /**
             * Agree
             * @description While it is open, hands that are up now
             */
            agree: number;
            /** Closed At */
            closed_at: string | null;
            /** How */
            how: ("hands" | "counted") | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mandates */
            mandates: number;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Oppose */
            oppose: number;
            outcome: components["schemas"]["MotionOutcome"] | null;
            /** Present */
            present: number;
            /** Words */
            words: string;
        };
        /**
         * MotionOutcome
         * @description What became of a motion.
         * @enum {string}
         */
        MotionOutcome: "carried" | "lost" | "no_quorum";
        /**
         * MyBallotsOut
         * @description All that the voting screens need, in one answer.
         */
        MyBallotsOut: {
            /**
             * Electors
             * @description Empty: the caller is no elector
             */
            electors: components["schemas"]["MyElectorOut"][];
            round: components["schemas"]["RoundOut"];
        };
        /**
         * MyElectorOut
         * @description One elector that the caller stands for.
         */
        MyElectorOut: {
            /** Area Dm2 */
            area_dm2: number;
            /**
             * Ballots
             * @description How many came in; all are kept, one counts
             */
            ballots: number;
            /**
             * Code
             * @description The line in the published list and in the archive; only for whose vote it is
             */
            code: string | null;
            counted: components["schemas"]["CountedBallotOut"] | null;
            /** Doors */
            doors: string[];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /** May Vote */
            may_vote: boolean;
            /**
             * Papers
             * @description Only where ``code`` is told
             */
            papers: components["schemas"]["MyPaperOut"][];
            /**
             * Standing
             * @enum {string}
             */
            standing: "voter" | "co_owner" | "proxy";
            /** Why Not */
            why_not: ("not_open" | "closed" | "co_owners_have_no_voter" | "another_co_owner_votes" | "other_way_decides" | "proxy_does_not_stand" | "proxy_document_missing") | null;
            /**
             * Would Not Count
             * @description Why a vote on the phone now would be kept and not counted
             */
            would_not_count: ("signed_paper_is_the_original" | "own_vote_before_proxy") | null;
        };
        /**
         * MyHomesOut
         * @description The caller's own homes under a scheme.
         */
        MyHomesOut: {
            /** Homes */
            homes: components["schemas"]["ReckonedHomeOut"][];
            /** Version */
            version: number;
        };
        /**
         * MyPaperOut
         * @description A paper that was recorded for the caller, who may object to it at once.
         */
        MyPaperOut: {
            /** Attachments */
            attachments: components["schemas"]["BallotFileOut"][];
            /** By Proxy */
            by_proxy: boolean;
            /** Confirmed */
            confirmed: boolean;
            /** Confirmed By */
            confirmed_by: string | null;
            /** Counts */
            counts: boolean;
            /**
             * Handed In At
             * Format: date-time
             */
            handed_in_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Objections */
            objections: components["schemas"]["ObjectionOut"][];
            /** Photo Here */
            photo_here: boolean;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Recorded By
             * @description Display name of the first reader
             */
            recorded_by: string | null;
            strike: components["schemas"]["StrikeOut"] | null;
        };
        /**
         * MyVoices
         * @description Who speaks for me, building by building.
         */
        MyVoices: {
            /** Items */
            items: components["schemas"]["BuildingVoice"][];
        };
        /**
         * NeedContent
         * @description What was sealed.
         */
        NeedContent: {
            consent: components["schemas"]["ConsentOut"] | null;
            /** Contact Name */
            contact_name: string | null;
            /** Contact Phone */
            contact_phone: string | null;
            /** Emergency Reason */
            emergency_reason: string | null;
            /** Household Code */
            household_code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Instruction */
            instruction: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other";
            /** Person Name */
            person_name: string;
            /** Under 14 */
            under_14: boolean;
        };
        /**
         * NeedCreate
         * @description A need under the id that the phone gave it.
         */
        NeedCreate: {
            /**
             * Beside
             * @description The active need of somebody else at this door that this one stands beside
             */
            beside?: string | null;
            consent?: components["schemas"]["ConsentIn"] | null;
            /** Contact Name */
            contact_name?: string | null;
            /** Contact Phone */
            contact_phone?: string | null;
            emergency?: components["schemas"]["EmergencyIn"] | null;
            /**
             * Ends On
             * @description The last day; this or a review is needed
             */
            ends_on?: string | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Instruction
             * @description What, where and when, in plain words; never why
             */
            instruction: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other";
            /** Person Name */
            person_name: string;
            /** @description Without it, help comes once */
            recurrence?: components["schemas"]["RecurrenceIn"] | null;
            /**
             * Replaces
             * @description The active need that this one takes over from
             */
            replaces?: string | null;
            /**
             * Review On
             * @description When to look at it again
             */
            review_on?: string | null;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Under 14
             * @description Then a guardian consents (PIPL 31)
             * @default false
             */
            under_14: boolean;
            /**
             * Urgency
             * @default normal
             * @enum {string}
             */
            urgency: "low" | "normal" | "urgent";
        };
        /**
         * NeededTurnoutOut
         * @description How much must take part.
         */
        NeededTurnoutOut: {
            /**
             * Basis
             * @enum {string}
             */
            basis: "heads" | "area";
            /** Denominator */
            denominator: number;
            /** Least */
            least: number;
            /** Met */
            met: boolean;
            /** Numerator */
            numerator: number;
            /**
             * Of
             * @enum {string}
             */
            of: "participation" | "approval";
            /** Strict */
            strict: boolean;
        };
        /**
         * NeedOut
         * @description A need without its content; to a building lead no more than that it exists.
         */
        NeedOut: {
            /** Basis */
            basis: ("consent" | "emergency") | null;
            /** Building Id */
            building_id: string | null;
            /** End Reason */
            end_reason: ("withdrawn" | "no_longer_needed" | "moved_away" | "died" | "helped_otherwise" | "mistake" | "replaced" | "end_date" | "review_missed" | "no_consent") | null;
            /** Ends On */
            ends_on: string | null;
            /** Household Code */
            household_code: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @description For the social worker, as all that follows
             */
            kind: ("stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other") | null;
            /**
             * Pauses
             * @description Those of now and to come, earliest first
             */
            pauses: components["schemas"]["PauseOut"][] | null;
            recurrence: components["schemas"]["RecurrenceIn"] | null;
            /** Review On */
            review_on: string | null;
            /** Starts On */
            starts_on: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "withdrawn" | "ended";
            /** Urgency */
            urgency: ("low" | "normal" | "urgent") | null;
            /** Urgent */
            urgent: boolean;
            /** Version */
            version: number;
        };
        /**
         * NeedPage
         * @description Needs, the oldest first.
         */
        NeedPage: {
            /** Items */
            items: components["schemas"]["NeedOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * NeedRegistered
         * @description That a need was registered, with its receipt. Nothing of its content comes back.
         */
        NeedRegistered: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
        };
        /**
         * NeighbourOut
         * @description Somebody of the building who can be nominated.
         */
        NeighbourOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Household Code */
            household_code: string;
            /** Name */
            name: string;
        };
        /**
         * NeighbourPage
         * @description Neighbours by door.
         */
        NeighbourPage: {
            /** Items */
            items: components["schemas"]["NeighbourOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * NewPasswordIn
         * @description Choosing a new password with a link.
         */
        NewPasswordIn: {
            /**
             * Password
             * @example a kettle on the balcony
             */
            password: string;
            /** Token */
            token: string;
        };
        /**
         * NextMove
         * @description A step that the caller may take.
         */
        NextMove: {
            /** Needs Reason */
            needs_reason: boolean;
            /**
             * Target
             * @enum {string}
             */
            target: "open_for_comment" | "revision" | "ready_to_decide" | "adopted" | "rejected" | "withdrawn" | "being_carried_out" | "done";
        };
        /**
         * NominationAskedOut
         * @description The caller was nominated; nobody stands without consenting.
         */
        NominationAskedOut: {
            /** Building Code */
            building_code: string;
            /** Building Name */
            building_name: string;
            /**
             * Election Id
             * Format: uuid
             */
            election_id: string;
            /**
             * Term From
             * Format: date
             */
            term_from: string;
            /**
             * Term Until
             * Format: date
             */
            term_until: string;
        };
        /**
         * NominationIn
         * @description A neighbour to nominate; whoever nominates oneself consents by it.
         */
        NominationIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Statement
             * @description Only with one's own nomination
             */
            statement?: string | null;
        };
        /**
         * NoteContent
         * @description The note of a visit.
         */
        NoteContent: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string;
        };
        /**
         * NothingIn
         * @description An empty object.
         */
        NothingIn: Record<string, never>;
        /**
         * NothingMoreIn
         * @description Nothing has to be said.
         */
        NothingMoreIn: Record<string, never>;
        /**
         * NothingSaidIn
         * @description An empty object.
         */
        NothingSaidIn: Record<string, never>;
        /**
         * NoticeIn
         * @description A notice to everyone.
         */
        NoticeIn: {
            /** Body Markdown */
            body_markdown: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Project Id */
            project_id?: string | null;
            /**
             * Published On
             * Format: date
             */
            published_on: string;
            /** Title */
            title: string;
            /**
             * Until
             * Format: date
             * @description The last day it is shown
             */
            until: string;
        };
        /**
         * NoticeListOut
         * @description A page of notices, the oldest first.
         */
        NoticeListOut: {
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * NoticeOut
         * @description A notice.
         */
        NoticeOut: {
            /** Body Markdown */
            body_markdown: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Html
             * @description Safe to insert
             */
            html: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Project Id */
            project_id: string | null;
            /**
             * Published On
             * Format: date
             */
            published_on: string;
            /** Title */
            title: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * ObjectionAnswerIn
         * @description The answer to an objection.
         */
        ObjectionAnswerIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Upheld
             * @description It showed a wrong entry: recount or annul next
             */
            upheld: boolean;
            /** Words */
            words: string;
        };
        /**
         * ObjectionAnswerOut
         * @description The answer to an objection.
         */
        ObjectionAnswerOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Upheld */
            upheld: boolean;
            /** Words */
            words: string;
        };
        /**
         * ObjectionIn
         * @description What somebody holds against a result, or against a paper that was recorded for them.
         */
        ObjectionIn: {
            /**
             * Ballot Id
             * @description A paper recorded for the caller; contested as soon as it is recorded
             */
            ballot_id?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Words */
            words: string;
        };
        /**
         * ObjectionOut
         * @description An objection; who raised it is told to nobody but themselves.
         */
        ObjectionOut: {
            /**
             * About Paper
             * @description About a paper; which one is told to its readers alone
             */
            about_paper: boolean;
            answer: components["schemas"]["ObjectionAnswerOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mine */
            mine: boolean;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /** Words */
            words: string;
        };
        /**
         * ObjectionPage
         * @description Objections, the oldest first.
         */
        ObjectionPage: {
            /** Items */
            items: components["schemas"]["ObjectionOut"][];
            /** Next */
            next: string | null;
            /** Objections Until */
            objections_until: string | null;
        };
        /**
         * OfficialFigureOut
         * @description Heads and area, as the official system told them.
         */
        OfficialFigureOut: {
            /** Area Dm2 */
            area_dm2: number;
            /** Heads */
            heads: number;
        };
        /**
         * OfficialFiguresOut
         * @description Figures that wait for another person to hold them against their document, and count.
         */
        OfficialFiguresOut: {
            /** Attachments */
            attachments: components["schemas"]["BallotFileOut"][];
            /**
             * Counts
             * @description Question → answer
             */
            counts: {
                [key: string]: {
                    [key: string]: components["schemas"]["OfficialFigureOut"];
                };
            };
            /** Document Here */
            document_here: boolean;
            /**
             * Imported At
             * Format: date-time
             */
            imported_at: string;
            /**
             * Imported By
             * @description Display name
             */
            imported_by: string | null;
            /**
             * Mine
             * @description The caller typed them, so somebody else counts
             */
            mine: boolean;
            /** Reference */
            reference: string;
            /** System */
            system: string;
        };
        /**
         * OfficialQuestionIn
         * @description The official figures of one question, by answer and state.
         */
        OfficialQuestionIn: {
            /** Counts */
            counts: {
                [key: string]: components["schemas"]["ElectorWeightIn"];
            };
            /**
             * Question Id
             * Format: uuid
             */
            question_id: string;
        };
        /**
         * OfficialResultIn
         * @description The result of the official system; its document is attached.
         */
        OfficialResultIn: {
            /** Attachments */
            attachments: components["schemas"]["Slot"][];
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Questions */
            questions: components["schemas"]["OfficialQuestionIn"][];
            /** Reference */
            reference: string;
            /** System */
            system: string;
        };
        /**
         * OfficialSourceOut
         * @description Where imported figures came from.
         */
        OfficialSourceOut: {
            /** Attachments */
            attachments: components["schemas"]["BallotFileOut"][];
            /**
             * Imported At
             * Format: date-time
             */
            imported_at: string;
            /** Reference */
            reference: string;
            /** System */
            system: string;
        };
        /**
         * OpenedBox
         * @description All that is published after closing; anyone can count again.
         */
        OpenedBox: {
            /**
             * Choices
             * @description What was chosen, in shuffled order; left out where too few took part
             */
            choices: string[][] | null;
            /**
             * Receipts
             * @description Sorted
             */
            receipts: string[];
            /**
             * Receipts Root
             * @description Merkle root over the receipts (RFC 6962, 2.1)
             */
            receipts_root: string | null;
            /**
             * Roll
             * @description Codes of the homes that took part, sorted; left out where too few did
             */
            roll: string[] | null;
        };
        /**
         * OpeningIn
         * @description Why sealed content is opened; the person concerned can read it.
         */
        OpeningIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Purpose */
            purpose: string;
        };
        /**
         * OpeningOut
         * @description One opening, for the person concerned to see.
         */
        OpeningOut: {
            /**
             * Actor Id
             * Format: uuid
             */
            actor_id: string;
            /** Actor Name */
            actor_name: string;
            /** Care Task Id */
            care_task_id: string | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Purpose
             * @description ``care_task`` when given to the helper of a task
             */
            purpose: string;
            /** Record */
            record: string;
        };
        /**
         * OpeningPage
         * @description All openings of what is kept of a person, the oldest first.
         */
        OpeningPage: {
            /** Items */
            items: components["schemas"]["OpeningOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * OpinionMapOut
         * @description Two groups of people who answered alike, and what they agree on and differ about.
         */
        OpinionMapOut: {
            /** People */
            people: number;
            /**
             * Seed
             * @description The comment that the groups were started from
             */
            seed: string | null;
            /** Seed Is Proposal */
            seed_is_proposal: boolean;
            /** Sizes */
            sizes: number[];
            /** Statements */
            statements: components["schemas"]["StatementOut"][];
        };
        /**
         * OpinionsOut
         * @description Positions by building, and the opinion map where enough people answered.
         */
        OpinionsOut: {
            /** By Building */
            by_building: components["schemas"]["BuildingPositions"][];
            opinion_map: components["schemas"]["OpinionMapOut"] | null;
            /**
             * People
             * @description How many answered anything
             */
            people: number;
            /** People Needed */
            people_needed: number;
        };
        /**
         * OptionIn
         * @description One of the things to choose from.
         */
        OptionIn: {
            /**
             * Key
             * @description Made by the client
             */
            key: string;
            /** Name */
            name: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * OptionOut
         * @description One of the things to choose from.
         */
        OptionOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
        };
        /**
         * OptionResultOut
         * @description One option's agreement.
         */
        OptionResultOut: {
            agree: components["schemas"]["ElectorWeightOut"];
            /** Approval */
            approval: components["schemas"]["JudgedThresholdOut"][];
            /** Option */
            option: string;
        };
        /**
         * OutcomeOut
         * @description What a session left behind.
         */
        OutcomeOut: {
            /** Action Items */
            action_items: components["schemas"]["ActionItemOut"][];
            /** Decisions */
            decisions: components["schemas"]["DecisionOut"][];
            /**
             * Mandates
             * @description Representatives there were when the session ended
             */
            mandates: number;
            /**
             * Missing
             * @description Parties whose signature is still needed
             */
            missing: components["schemas"]["Party"][];
            /** Motions */
            motions: components["schemas"]["MotionOut"][];
            /**
             * Present
             * @description Representatives present
             */
            present: number;
            /** Signatures */
            signatures: components["schemas"]["linli__deliberation__schemas__session_outcome__SignatureOut"][];
        };
        /**
         * OwnConsentOut
         * @description What was consented to, and how.
         */
        OwnConsentOut: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /**
             * Given By
             * @enum {string}
             */
            given_by: "self" | "guardian";
            /**
             * Given How
             * @enum {string}
             */
            given_how: "spoken_at_door" | "signed" | "own_phone";
            /** Taken By Name */
            taken_by_name: string;
            /** Wording Version */
            wording_version: string;
        };
        /**
         * OwnerIn
         * @description Who is to see to a grievance.
         */
        OwnerIn: {
            /**
             * Owner Account Id
             * Format: uuid
             */
            owner_account_id: string;
        };
        /**
         * OwnerOut
         * @description An owner, masked for those who need not know.
         */
        OwnerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "person" | "company" | "developer";
            /**
             * Name
             * @example 张*明
             */
            name: string;
            /**
             * Phones
             * @description Always masked
             * @example [
             *       "138****5678"
             *     ]
             */
            phones: string[];
        };
        /**
         * OwnHome
         * @description A home of the caller in this building.
         */
        OwnHome: {
            /** Code */
            code: string;
            /**
             * Has Voted
             * @description Whether somebody of this home has voted
             */
            has_voted: boolean;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * May Vote
             * @description Whether it was a home of the building when voting began; so far, whether it is
             */
            may_vote: boolean;
        };
        /**
         * OwnNeedOut
         * @description A need of one's own; its words are sealed until one opens them.
         */
        OwnNeedOut: {
            /**
             * Basis
             * @enum {string}
             */
            basis: "consent" | "emergency";
            /** @description null while an emergency has none yet */
            consent: components["schemas"]["OwnConsentOut"] | null;
            /** End Reason */
            end_reason: ("withdrawn" | "no_longer_needed" | "moved_away" | "died" | "helped_otherwise" | "mistake" | "replaced" | "end_date" | "review_missed" | "no_consent") | null;
            /** Ended At */
            ended_at: string | null;
            /** Ends On */
            ends_on: string | null;
            /** Household Code */
            household_code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other";
            /**
             * Relation
             * @enum {string}
             */
            relation: "self" | "guardian";
            /** Review On */
            review_on: string | null;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "withdrawn" | "ended";
            /**
             * Urgency
             * @enum {string}
             */
            urgency: "low" | "normal" | "urgent";
        };
        /**
         * OwnRecordOut
         * @description All needs of one's own, the newest first; there is never a next page.
         */
        OwnRecordOut: {
            /** Items */
            items: components["schemas"]["OwnNeedOut"][];
            /** Next */
            next?: null;
        };
        /**
         * OwnWithdrawalIn
         * @description I no longer consent.
         */
        OwnWithdrawalIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * PaperBallotIn
         * @description A paper ballot as the first person reads it.
         */
        PaperBallotIn: {
            /** Answers */
            answers: components["schemas"]["QuestionAnswerIn"][];
            /**
             * Attachments
             * @description Photos of the paper
             */
            attachments: components["schemas"]["Slot"][];
            /**
             * Code
             * @description As scanned or typed, instead of the elector
             */
            code?: string | null;
            /**
             * Corrects
             * @description The wrongly recorded ballot
             */
            corrects?: string | null;
            /** Elector Id */
            elector_id?: string | null;
            /**
             * Handed In At
             * Format: date-time
             */
            handed_in_at: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Proxy Id
             * @description Filled in by the holder of a proxy
             */
            proxy_id?: string | null;
        };
        /**
         * PaperBallotOut
         * @description A paper ballot as those see it who record; what it answers stays with the readers.
         */
        PaperBallotOut: {
            /** Attachments */
            attachments: components["schemas"]["BallotFileOut"][];
            /** By Proxy */
            by_proxy: boolean;
            /** Code */
            code: string;
            /** Confirmed */
            confirmed: boolean;
            /** Confirmed By */
            confirmed_by: string | null;
            /** Corrects */
            corrects: string | null;
            /** Counts */
            counts: boolean;
            /** Doors */
            doors: string[];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /**
             * Handed In At
             * Format: date-time
             */
            handed_in_at: string;
            /**
             * I Read Otherwise
             * @description The caller did, so somebody else confirms it
             */
            i_read_otherwise: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mine
             * @description The caller typed it, so somebody else confirms it
             */
            mine: boolean;
            /**
             * Objections
             * @description Of whose paper it is
             */
            objections: components["schemas"]["ObjectionOut"][];
            /**
             * Photo Here
             * @description Its photo has arrived; nobody confirms it before
             */
            photo_here: boolean;
            /**
             * Read Otherwise
             * @description Somebody read it otherwise than who typed it
             */
            read_otherwise: boolean;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Recorded By
             * @description Display name
             */
            recorded_by: string | null;
            strike: components["schemas"]["StrikeOut"] | null;
            /**
             * Waits
             * @description Neither confirmed nor corrected nor struck out
             */
            waits: boolean;
        };
        /**
         * PaperBallotPage
         * @description Paper ballots, the oldest first.
         */
        PaperBallotPage: {
            /** Items */
            items: components["schemas"]["PaperBallotOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * PaperConfirmationIn
         * @description The same paper as a second person reads it.
         */
        PaperConfirmationIn: {
            /** Answers */
            answers: components["schemas"]["QuestionAnswerIn"][];
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * PaperRecorded
         * @description That a paper ballot was recorded or confirmed.
         */
        PaperRecorded: {
            /** Code */
            code: string;
            /** Counts */
            counts: boolean;
            /** Doors */
            doors: string[];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
            /**
             * Why Not
             * @description ``awaits_confirmation`` until a second person reads; ``readings_differ``
             */
            why_not: string | null;
        };
        /**
         * Party
         * @description The three parties that work together (三方联动): residents, property manager, contractor.
         * @enum {string}
         */
        Party: "residents" | "property_manager" | "contractor";
        /**
         * PasswordIn
         * @description Choosing another password.
         */
        PasswordIn: {
            /**
             * Current Password
             * @example a kettle on the balcony
             */
            current_password: string;
            /**
             * New Password
             * @example a kettle on the balcony
             */
            new_password: string;
        };
        /**
         * PasswordLinkIn
         * @description Helping a member to a new password.
         */
        PasswordLinkIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * PasswordLinkOut
         * @description A link to a new password.
         */
        PasswordLinkOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Link */
            link: string | null;
            /**
             * Qr Svg
             * @description The link as a QR code, an SVG element
             */
            qr_svg: string | null;
            /**
             * Token
             * @description null once it cannot be used any more
             */
            token: string | null;
        };
        /**
         * PauseIn
         * @description Days on which recurring help rests.
         */
        PauseIn: {
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Until On
             * Format: date
             * @description The last day, included
             */
            until_on: string;
        };
        /**
         * PauseOut
         * @description Days on which recurring help rests.
         */
        PauseOut: {
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Until On
             * Format: date
             * @description The last day, included
             */
            until_on: string;
        };
        /**
         * PayerIn
         * @description Who pays for hardship reductions, and at most how much.
         */
        PayerIn: {
            /**
             * Limit Fen
             * @description Money in fen
             */
            limit_fen: number;
            /** Name */
            name: string;
        };
        /**
         * PayerOut
         * @description A payer of reductions; the number of homes is left out where it is small.
         */
        PayerOut: {
            /** Homes */
            homes: number | null;
            /** Limit Fen */
            limit_fen: number;
            /** Name */
            name: string;
            /** Taken Fen */
            taken_fen: number;
        };
        /**
         * PersonAccountIn
         * @description That an account is the person's own, or their guardian's.
         */
        PersonAccountIn: {
            /**
             * Account Id
             * Format: uuid
             * @description At home behind the need's door
             */
            account_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Relation
             * @enum {string}
             */
            relation: "self" | "guardian";
        };
        /**
         * PersonAccountList
         * @description Who sees the record, and who could; there is never a next page.
         */
        PersonAccountList: {
            /** Candidates */
            candidates: components["schemas"]["CandidateOut"][];
            /** Items */
            items: components["schemas"]["PersonAccountOut"][];
            /** Next */
            next?: null;
        };
        /**
         * PersonAccountOut
         * @description An account that sees the record of the need's person.
         */
        PersonAccountOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Account Name */
            account_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Relation
             * @enum {string}
             */
            relation: "self" | "guardian";
        };
        /**
         * PersonInRoom
         * @description Somebody who is expected, or there.
         */
        PersonInRoom: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Here */
            here: boolean;
            /** How */
            how: ("room" | "remote") | null;
            /** Name */
            name: string;
            /** @description Empty for who is of none of the three */
            party: components["schemas"]["Party"] | null;
            /** Representative */
            representative: boolean;
        };
        /**
         * PhaseChangeIn
         * @description Moving a project on.
         */
        PhaseChangeIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Reason
             * @description Public
             */
            reason: string;
            /**
             * To
             * @enum {string}
             */
            to: "mobilise" | "deliberate" | "construct" | "operate";
        };
        /**
         * PhaseChangeOut
         * @description One step in the history.
         */
        PhaseChangeOut: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /**
             * From Phase
             * @enum {string}
             */
            from_phase: "mobilise" | "deliberate" | "construct" | "operate";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: string;
            /**
             * To Phase
             * @enum {string}
             */
            to_phase: "mobilise" | "deliberate" | "construct" | "operate";
        };
        /**
         * PictureBuilding
         * @description Which building it is.
         */
        PictureBuilding: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * PictureBuildingOut
         * @description Whose picture it is.
         */
        PictureBuildingOut: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * PictureDoor
         * @description One door and its mark.
         */
        PictureDoor: {
            /** Code */
            code: string;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /** Kind */
            kind: string;
            /**
             * Mark
             * @enum {string}
             */
            mark: "none" | "tried" | "talked" | "escalated" | "left_alone" | "not_assigned" | "support" | "undecided" | "oppose" | "unknown" | "need" | "urgent";
            /** Occupancy */
            occupancy: string | null;
        };
        /**
         * PictureStairwell
         * @description One stairwell; ``id`` is ``null`` for doors on the street, which belong to none.
         */
        PictureStairwell: {
            /** Code */
            code: string;
            /** Doors */
            doors: components["schemas"]["PictureDoor"][];
            /**
             * Floors
             * @description From the highest to the lowest
             */
            floors: (number | null)[];
            /** Id */
            id: string | null;
        };
        /**
         * PictureStairwellOut
         * @description A stairwell in the picture; without id, the shops beside the stairwells.
         */
        PictureStairwellOut: {
            /** Code */
            code: string;
            /**
             * Doors
             * @description In the order of their codes
             */
            doors: components["schemas"]["DoorOut"][];
            /**
             * Floors
             * @description From top to bottom
             */
            floors: number[];
            /** Id */
            id: string | null;
        };
        /**
         * PlaceIn
         * @description A building, or one stairwell of it.
         */
        PlaceIn: {
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Stairwell Id */
            stairwell_id?: string | null;
        };
        /**
         * PlaceOut
         * @description A building, or one stairwell of it.
         */
        PlaceOut: {
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Stairwell Code */
            stairwell_code: string | null;
            /** Stairwell Id */
            stairwell_id: string | null;
        };
        /**
         * PlanCardOut
         * @description A plan in the list.
         */
        PlanCardOut: {
            /** Adopted */
            adopted: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Project Name */
            project_name: string;
            /** Published At */
            published_at: string | null;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * PlanIn
         * @description A cost plan to make.
         */
        PlanIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Title */
            title: string;
        };
        /**
         * PlanOut
         * @description A plan whole, without its homes.
         */
        PlanOut: {
            /** Adopted */
            adopted: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string;
            /**
             * Project Id
             * Format: uuid
             */
            project_id: string;
            /** Project Name */
            project_name: string;
            /** Published At */
            published_at: string | null;
            /** Schemes */
            schemes: components["schemas"]["SchemeCardOut"][];
            /** Scopes */
            scopes: components["schemas"]["ScopeOut"][];
            /** Title */
            title: string;
            totals: components["schemas"]["TotalsOut"];
            /** Version */
            version: number;
        };
        /**
         * PlanPage
         * @description Plans, the oldest first.
         */
        PlanPage: {
            /** Items */
            items: components["schemas"]["PlanCardOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * PlanRowListOut
         * @description A page of rows with one outcome.
         */
        PlanRowListOut: {
            /** Items */
            items: components["schemas"]["PlanRowOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * PlanRowOut
         * @description A row of a plan; the issue is the first of several.
         */
        PlanRowOut: {
            /**
             * Cells
             * @description All cells of a row to review
             */
            cells: components["schemas"]["linli__community__schemas__rosters__CellOut"][];
            /** Changes */
            changes: components["schemas"]["linli__community__schemas__rosters__ChangeOut"][];
            /** Code */
            code: string | null;
            /** Column */
            column: string | null;
            decision: components["schemas"]["DecidedOut"] | null;
            field: components["schemas"]["Field"] | null;
            /** Header */
            header: string | null;
            /** Household Code */
            household_code: string | null;
            /**
             * Issues
             * @description All issues of a row to review
             */
            issues: components["schemas"]["IssueOut"][];
            /** Message */
            message: string | null;
            /** Row */
            row: number | null;
            /** Row Id */
            row_id: string | null;
            /** Sheet */
            sheet: string | null;
            /** Value */
            value: string | null;
        };
        /**
         * PositionBuilding
         * @description Which building it is.
         */
        PositionBuilding: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * PositionDoor
         * @description One door, marked with where its home is said to stand.
         */
        PositionDoor: {
            /** Code */
            code: string;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /** Kind */
            kind: string;
            /**
             * Mark
             * @enum {string}
             */
            mark: "for" | "against" | "neutral" | "none";
            /** Occupancy */
            occupancy: string | null;
        };
        /**
         * PositionPicture
         * @description A building as its floors and doors.
         */
        PositionPicture: {
            building: components["schemas"]["PositionBuilding"];
            /** Stairwells */
            stairwells: components["schemas"]["PositionStairwell"][];
        };
        /**
         * PositionStairwell
         * @description One stairwell; ``id`` is ``null`` for doors on the street, which belong to none.
         */
        PositionStairwell: {
            /** Code */
            code: string;
            /** Doors */
            doors: components["schemas"]["PositionDoor"][];
            /**
             * Floors
             * @description From the highest to the lowest
             */
            floors: (number | null)[];
            /** Id */
            id: string | null;
        };
        /**
         * PostponementIn
         * @description Another time or place, and why; a new notice has to follow.
         */
        PostponementIn: {
            /**
             * Place
             * @description As before when left out
             */
            place?: string | null;
            /** Reason */
            reason: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
        };
        /**
         * PreferencesIn
         * @description What is to change; the rest stays.
         */
        PreferencesIn: {
            /**
             * Elder Mode
             * @description 长辈版
             */
            elder_mode?: boolean | null;
            /** Language */
            language?: ("zh-CN" | "en") | null;
        };
        /**
         * PreferencesOut
         * @description How I want things; ``version`` is the ETag.
         */
        PreferencesOut: {
            /** Elder Mode */
            elder_mode: boolean;
            /**
             * Language
             * @enum {string}
             */
            language: "zh-CN" | "en";
            /** Version */
            version: number;
        };
        /**
         * Preset
         * @description The named rules of Civil Code, art. 278, and a survey that decides nothing.
         * @enum {string}
         */
        Preset: "ordinary" | "special" | "survey";
        /**
         * PreviewOut
         * @description What a scheme would come to; nothing of it is kept.
         */
        PreviewOut: {
            /** Floors */
            floors: components["schemas"]["FloorOut"][];
            /** Net Fen */
            net_fen: number;
            /** Payers */
            payers: components["schemas"]["PayerOut"][];
            /** Shares Digest */
            shares_digest: string;
            spread: components["schemas"]["SpreadOut"];
        };
        /**
         * PrintedBallotOut
         * @description One elector's paper.
         */
        PrintedBallotOut: {
            /** Area Dm2 */
            area_dm2: number;
            /**
             * Code
             * @description Typed where nothing scans
             */
            code: string;
            /** Doors */
            doors: string[];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /**
             * Qr Svg
             * @description Leads to the screen where the paper is typed in
             */
            qr_svg: string;
        };
        /**
         * PrintedBallotPage
         * @description Papers, by the first of their doors.
         */
        PrintedBallotPage: {
            /** Items */
            items: components["schemas"]["PrintedBallotOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ProblemOut
         * @description Why something was refused (RFC 9457).
         */
        ProblemOut: {
            /**
             * Code
             * @description Stable name of the problem
             */
            code: string;
            /** Detail */
            detail: string;
            /** Errors */
            errors: components["schemas"]["FieldErrorOut"][];
            /** Request Id */
            request_id: string | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProcedureOut
         * @description The days that one way of holding a round asks for, were it noticed today.
         */
        ProcedureOut: {
            /**
             * Earliest Opening
             * Format: date
             * @description First day of voting
             */
            earliest_opening: string;
            /**
             * Mode
             * @enum {string}
             */
            mode: "survey" | "paper_ledger" | "official_import";
            /** Notice Days */
            notice_days: number;
            /** Window Max Days */
            window_max_days: number;
            /** Window Min Days */
            window_min_days: number;
        };
        /**
         * ProceduresOut
         * @description The procedure of the community's city, for each way of holding a round.
         */
        ProceduresOut: {
            /** Items */
            items: components["schemas"]["ProcedureOut"][];
        };
        /**
         * ProgressOut
         * @description How far planning has come.
         */
        ProgressOut: {
            /** Done */
            done: number;
            /** Total */
            total: number;
        };
        /**
         * ProjectBuildingOut
         * @description A building that a project concerns.
         */
        ProjectBuildingOut: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * ProjectDetailOut
         * @description A project with its history.
         */
        ProjectDetailOut: {
            /** Buildings */
            buildings: components["schemas"]["ProjectBuildingOut"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "lift_renewal" | "lift_addition" | "pipes" | "facade" | "roof" | "fire_safety" | "parking" | "greening" | "other";
            /** Name */
            name: string;
            /**
             * Next Phases
             * @description Where the caller may move it
             */
            next_phases: ("mobilise" | "deliberate" | "construct" | "operate")[];
            /**
             * Phase
             * @enum {string}
             */
            phase: "mobilise" | "deliberate" | "construct" | "operate";
            /** Phase History */
            phase_history: components["schemas"]["PhaseChangeOut"][];
            /** Summary */
            summary: string;
            /** Version */
            version: number;
        };
        /**
         * ProjectIn
         * @description Opening a project.
         */
        ProjectIn: {
            /** Building Ids */
            building_ids: string[];
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "lift_renewal" | "lift_addition" | "pipes" | "facade" | "roof" | "fire_safety" | "parking" | "greening" | "other";
            /**
             * Name
             * @example 电梯更新
             */
            name: string;
            /** Summary */
            summary: string;
        };
        /**
         * ProjectListOut
         * @description A page of projects, the oldest first.
         */
        ProjectListOut: {
            /** Items */
            items: components["schemas"]["ProjectOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ProjectOut
         * @description A project in a list.
         */
        ProjectOut: {
            /** Buildings */
            buildings: components["schemas"]["ProjectBuildingOut"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "lift_renewal" | "lift_addition" | "pipes" | "facade" | "roof" | "fire_safety" | "parking" | "greening" | "other";
            /** Name */
            name: string;
            /**
             * Phase
             * @enum {string}
             */
            phase: "mobilise" | "deliberate" | "construct" | "operate";
            /** Summary */
            summary: string;
            /** Version */
            version: number;
        };
        /**
         * ProposalCommentCreate
         * @description A comment under the id that the phone gave it.
         */
        ProposalCommentCreate: {
            /** Attachments */
            attachments?: components["schemas"]["Slot"][];
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Position
             * @description None in replies
             */
            position?: ("for" | "against" | "neutral") | null;
            /**
             * Proposal Id
             * Format: uuid
             */
            proposal_id: string;
            /** Reply To */
            reply_to?: string | null;
            /**
             * Said At
             * Format: date-time
             * @description By the phone's clock; never corrected
             */
            said_at: string;
            /**
             * Speaks For
             * @description Homes: one's own, or those of one's building that a representative lists
             */
            speaks_for?: string[];
            /**
             * Version Number
             * @description Of the text that was read
             */
            version_number: number;
            /**
             * Words
             * @description Empty where a photo or a voice note says it
             */
            words: string;
        };
        /**
         * ProposalCommentOut
         * @description A comment. Of hidden ones ``words`` is there for the author and the office only.
         */
        ProposalCommentOut: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: string;
            /** Author Name */
            author_name: string;
            /**
             * Building Codes
             * @description Of the homes it speaks for
             */
            building_codes: string[];
            /** Files */
            files: components["schemas"]["CommentFile"][];
            /** Hidden At */
            hidden_at: string | null;
            /** Hidden Because */
            hidden_because: string | null;
            homes: components["schemas"]["HomesBehind"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Current
             * @description Whether this is where its author stands now
             */
            is_current: boolean;
            /** Is Mine */
            is_mine: boolean;
            /** My Vote */
            my_vote: ("agree" | "disagree" | "pass") | null;
            /** Position */
            position: ("for" | "against" | "neutral") | null;
            /**
             * Proposal Id
             * Format: uuid
             */
            proposal_id: string;
            /** Reply To */
            reply_to: string | null;
            /**
             * Said At
             * Format: date-time
             */
            said_at: string;
            /** Version Number */
            version_number: number;
            /** Votes */
            votes: {
                [key: string]: number;
            };
            /** Words */
            words: string | null;
        };
        /**
         * ProposalCommentPage
         * @description Comments and replies in the order of arrival.
         */
        ProposalCommentPage: {
            /** Items */
            items: components["schemas"]["ProposalCommentOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ProposalIn
         * @description A proposal to draft; its text becomes version 1.
         */
        ProposalIn: {
            /** Body */
            body: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Project Id */
            project_id?: string | null;
            /** Title */
            title: string;
        };
        /**
         * ProposalMoveIn
         * @description The next step of a proposal.
         */
        ProposalMoveIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Target
             * @enum {string}
             */
            target: "open_for_comment" | "revision" | "ready_to_decide" | "adopted" | "rejected" | "withdrawn" | "being_carried_out" | "done";
        };
        /**
         * ProposalMoveOut
         * @description A step that a proposal took.
         */
        ProposalMoveOut: {
            /** By Name */
            by_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Reason */
            reason: string;
            /** Round Id */
            round_id: string | null;
            /**
             * Source
             * @enum {string}
             */
            source: "draft" | "open_for_comment" | "revision" | "ready_to_decide" | "adopted" | "rejected" | "withdrawn" | "being_carried_out" | "done";
            /**
             * Target
             * @enum {string}
             */
            target: "open_for_comment" | "revision" | "ready_to_decide" | "adopted" | "rejected" | "withdrawn" | "being_carried_out" | "done";
        };
        /**
         * ProposalOut
         * @description A proposal with its text, its steps, and what the caller may do.
         */
        ProposalOut: {
            /** Asked */
            asked: components["schemas"]["AskedHome"][];
            /**
             * Author Id
             * Format: uuid
             */
            author_id: string;
            /** Author Name */
            author_name: string;
            /** Body */
            body: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** May Comment */
            may_comment: boolean;
            /** May Decide Amendments */
            may_decide_amendments: boolean;
            /** May Edit */
            may_edit: boolean;
            /** Moves */
            moves: components["schemas"]["ProposalMoveOut"][];
            /** My Position */
            my_position: ("for" | "against" | "neutral") | null;
            /** Newest */
            newest: number;
            /** Next Moves */
            next_moves: components["schemas"]["NextMove"][];
            /** Positions */
            positions: {
                [key: string]: number;
            };
            /** Project Id */
            project_id: string | null;
            /** Round Id */
            round_id: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "open_for_comment" | "revision" | "ready_to_decide" | "adopted" | "rejected" | "withdrawn" | "being_carried_out" | "done";
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Title */
            title: string;
        };
        /**
         * ProposalPage
         * @description Proposals, the oldest first.
         */
        ProposalPage: {
            /** Items */
            items: components["schemas"]["ProposalSummary"][];
            /** Next */
            next: string | null;
        };
        /**
         * ProposalSummary
         * @description A proposal in a list.
         */
        ProposalSummary: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: string;
            /** Author Name */
            author_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** My Position */
            my_position: ("for" | "against" | "neutral") | null;
            /** Newest */
            newest: number;
            /** Positions */
            positions: {
                [key: string]: number;
            };
            /** Project Id */
            project_id: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "open_for_comment" | "revision" | "ready_to_decide" | "adopted" | "rejected" | "withdrawn" | "being_carried_out" | "done";
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Title */
            title: string;
        };
        /**
         * ProposalVersionIn
         * @description A new wording.
         */
        ProposalVersionIn: {
            /** Body */
            body: string;
            /**
             * Follows
             * @description The number of the version that was changed
             */
            follows: number;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Title */
            title: string;
            /** What Changed */
            what_changed: string;
        };
        /**
         * ProposalVersionOut
         * @description A text as it stood.
         */
        ProposalVersionOut: {
            /** Body */
            body: string;
            /** By Name */
            by_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /** Title */
            title: string;
            /** What Changed */
            what_changed: string;
        };
        /**
         * ProposalVersionPage
         * @description Versions, the first first.
         */
        ProposalVersionPage: {
            /** Items */
            items: components["schemas"]["ProposalVersionOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ProvenReceiptOut
         * @description A receipt with its leaf and the proof that the leaf is in the log.
         */
        ProvenReceiptOut: {
            /**
             * Epoch
             * Format: uuid
             * @description Names this history of the server
             */
            epoch: string;
            inclusion: components["schemas"]["InclusionOut"];
            /**
             * Index
             * @description Place in the community's log
             */
            index: number;
            /**
             * Leaf
             * @description RFC 8785 canonical JSON; its hash is the leaf hash
             */
            leaf: string;
            /**
             * Leaf Hash
             * @description SHA-256 of the leaf (RFC 6962), base64
             */
            leaf_hash: string;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /** Signed Note */
            signed_note: string;
            /** Verifier Key */
            verifier_key: string;
        };
        /**
         * ProxyIn
         * @description A written proxy; its document is attached.
         */
        ProxyIn: {
            /** Attachments */
            attachments: components["schemas"]["Slot"][];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /** Holder Account Id */
            holder_account_id?: string | null;
            /**
             * Holder Name
             * @description Of a holder without an account
             */
            holder_name?: string | null;
            /**
             * Holder Phone
             * @description Tells holders of one name apart; only a keyed digest is kept
             */
            holder_phone?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * ProxyOut
         * @description A written proxy.
         */
        ProxyOut: {
            /** Attachments */
            attachments: components["schemas"]["BallotFileOut"][];
            /** Code */
            code: string;
            /**
             * Document Here
             * @description Its files have arrived; nobody votes under it before
             */
            document_here: boolean;
            /** Doors */
            doors: string[];
            /**
             * Elector Id
             * Format: uuid
             */
            elector_id: string;
            /**
             * Holder
             * @description Name
             */
            holder: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Recorded By
             * @description Display name; who sends the document
             */
            recorded_by: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "stands" | "revoked" | "replaced" | "over_limit" | "own_proxy";
        };
        /**
         * ProxyPage
         * @description Proxies in the order of recording.
         */
        ProxyPage: {
            /** Items */
            items: components["schemas"]["ProxyOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * ProxyRevocationIn
         * @description That an elector takes a proxy back.
         */
        ProxyRevocationIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Reason */
            reason: string;
        };
        /**
         * PublicationIn
         * @description Showing a plan to every household.
         */
        PublicationIn: {
            /** Note */
            note?: string | null;
        };
        /**
         * QuestionAnswerIn
         * @description The answer to one question.
         */
        QuestionAnswerIn: {
            /** Answer */
            answer: string;
            /**
             * Question Id
             * Format: uuid
             */
            question_id: string;
        };
        /**
         * QuestionAnswerOut
         * @description The answer to one question.
         */
        QuestionAnswerOut: {
            /** Answer */
            answer: string;
            /**
             * Question Id
             * Format: uuid
             */
            question_id: string;
        };
        /**
         * QuestionKind
         * @description How a question is answered.
         * @enum {string}
         */
        QuestionKind: "yes_no" | "choice";
        /**
         * QuestionOutcomeOut
         * @description What a question came to.
         */
        QuestionOutcomeOut: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "passed" | "failed" | "no_quorum" | "reported";
            /**
             * Passed
             * @description The option that passed
             */
            passed: string | null;
            /**
             * Question Id
             * Format: uuid
             */
            question_id: string;
            /** Run Off */
            run_off: string[];
        };
        /**
         * QuestionResultOut
         * @description The result of one question.
         */
        QuestionResultOut: {
            /**
             * Counts
             * @description By answer and state: agree or option keys, oppose, abstain, invalid, unreturned, undelivered
             */
            counts: {
                [key: string]: components["schemas"]["ElectorWeightOut"];
            };
            /** @description With the unreturned following the majority, where a clause says so */
            following?: components["schemas"]["QuestionTallyOut"] | null;
            /**
             * Follows
             * @description The answer they follow
             */
            follows?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "yes_no" | "choice";
            /**
             * Preset
             * @enum {string}
             */
            preset: "ordinary" | "special" | "survey";
            /**
             * Question
             * Format: uuid
             */
            question: string;
            /** @description As the ballots came in */
            returned: components["schemas"]["QuestionTallyOut"];
        };
        /**
         * QuestionSubjectIn
         * @description What is decided with the question.
         */
        QuestionSubjectIn: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["SubjectKind"];
        };
        /**
         * QuestionSubjectOut
         * @description What is decided with a question.
         */
        QuestionSubjectOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /**
             * Version
             * @description The one put to the vote; null until the notice
             */
            version: number | null;
        };
        /**
         * QuestionTallyOut
         * @description A tally of one question; ``options`` stand the leading one first.
         */
        QuestionTallyOut: {
            /** Approval */
            approval: components["schemas"]["JudgedThresholdOut"][];
            electorate: components["schemas"]["ElectorWeightOut"];
            /** Options */
            options: components["schemas"]["OptionResultOut"][];
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "passed" | "failed" | "no_quorum" | "reported";
            participants: components["schemas"]["ElectorWeightOut"];
            /** Participation */
            participation: components["schemas"]["JudgedThresholdOut"][];
            /** Passed */
            passed?: string | null;
            /** Run Off */
            run_off: string[];
            /** Run Off Tied */
            run_off_tied: boolean;
        };
        /**
         * QuorumOut
         * @description Whether the session can decide as it stands; once it is over, as it stood at its end.
         */
        QuorumOut: {
            /** Least */
            least: number;
            /** Mandates */
            mandates: number;
            /** Missing Parties */
            missing_parties: components["schemas"]["Party"][];
            /**
             * People
             * @description Everybody present
             */
            people: number;
            /**
             * Present
             * @description Representatives present
             */
            present: number;
            /** Quorate */
            quorate: boolean;
        };
        /**
         * ReachIn
         * @description How neighbours can reach their representative; nothing takes the number down.
         */
        ReachIn: {
            /** Phone */
            phone: string | null;
        };
        /**
         * Reason
         * @description Stable code of an issue.
         * @enum {string}
         */
        Reason: "building_missing" | "building_unreadable" | "stairwell_missing" | "stairwell_unreadable" | "room_missing" | "room_unreadable" | "room_is_a_date" | "room_contradicts_columns" | "floor_missing" | "floor_beyond_building" | "kind_unknown" | "area_missing" | "area_not_a_number" | "area_negative" | "area_zero" | "area_implausible" | "area_shared" | "owner_unreadable" | "owner_type_unknown" | "same_room_other_area" | "same_room_other_owner" | "same_room_other_details" | "stairwell_assumed" | "floor_unreadable" | "floor_differs_from_room" | "storeys_unreadable" | "storeys_disagree" | "lift_unknown" | "area_rounded" | "occupancy_unknown" | "owner_missing" | "owner_unclear" | "developer_by_name" | "resident_unreadable" | "phone_unreadable" | "phone_without_owner" | "people_unreadable" | "remark_partly_kept";
        /**
         * ReasonedRoundStepIn
         * @description A step that needs a reason; everybody can read it.
         */
        ReasonedRoundStepIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Reason */
            reason: string;
        };
        /**
         * ReasonIn
         * @description Why a task is given back or taken off.
         */
        ReasonIn: {
            /** Reason */
            reason: string;
        };
        /**
         * RecallIn
         * @description An assembly of a building recalled its representative.
         */
        RecallIn: {
            /** Agreed */
            agreed: number;
            /**
             * Attachments
             * @description The signed paper
             */
            attachments?: components["schemas"]["Slot"][];
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Minutes */
            minutes: string;
            /** Reason */
            reason: string;
            /**
             * Took Part
             * @description Homes that took part, one voice each
             */
            took_part: number;
        };
        /**
         * ReceiptOut
         * @description Proof of having been recorded.
         */
        ReceiptOut: {
            /**
             * Epoch
             * Format: uuid
             * @description Names this history of the server
             */
            epoch: string;
            /**
             * Index
             * @description Place in the community's log
             */
            index: number;
            /**
             * Leaf Hash
             * @description SHA-256 of the leaf (RFC 6962), base64
             */
            leaf_hash: string;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
        };
        /**
         * ReckonedHomeOut
         * @description One home under a scheme, with the reckoning behind it.
         */
        ReckonedHomeOut: {
            /** Code */
            code: string;
            /**
             * Pays Fen
             * @description After reductions; only for the home itself and the office
             */
            pays_fen: number | null;
            /** Share Fen */
            share_fen: number;
            /** Steps */
            steps: components["schemas"]["StepOut"][];
        };
        /**
         * RecurrenceIn
         * @description Help that comes again on these days of the week.
         */
        RecurrenceIn: {
            /**
             * Part
             * @enum {string}
             */
            part: "morning" | "afternoon" | "evening";
            /** Weekdays */
            weekdays: number[];
        };
        /**
         * ReductionIn
         * @description An amount that a payer takes over from one home.
         */
        ReductionIn: {
            /**
             * Amount Fen
             * @description Money in fen
             */
            amount_fen: number;
            /** Code */
            code: string;
            /** Payer */
            payer: string;
        };
        /**
         * ReductionList
         * @description Reductions of a version.
         */
        ReductionList: {
            /** Items */
            items: components["schemas"]["ReductionOut"][];
        };
        /**
         * ReductionOut
         * @description A hardship reduction, for the office.
         */
        ReductionOut: {
            /** Amount Fen */
            amount_fen: number;
            /** Code */
            code: string;
            /** Payer */
            payer: string;
        };
        /**
         * ReopeningIn
         * @description Why a door may be knocked at again.
         */
        ReopeningIn: {
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Reason */
            reason: string;
        };
        /**
         * ReopeningOut
         * @description That a door may be knocked at again.
         */
        ReopeningOut: {
            /**
             * Canvass Id
             * Format: uuid
             */
            canvass_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: string;
        };
        /**
         * ReportIn
         * @description What was seen of an option on the spot.
         */
        ReportIn: {
            /** Attachments */
            attachments?: components["schemas"]["Slot"][];
            /** Findings */
            findings: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Option
             * @description Made by the client
             */
            option: string;
            /** Place */
            place: string;
            /**
             * Visited On
             * Format: date
             */
            visited_on: string;
            /** Visitors */
            visitors: string;
        };
        /**
         * ReportList
         * @description Reports, the oldest visit first.
         */
        ReportList: {
            /** Items */
            items: components["schemas"]["ReportOut"][];
        };
        /**
         * ReportOut
         * @description What was seen of an option on the spot.
         */
        ReportOut: {
            /** Findings */
            findings: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * List Id
             * Format: uuid
             */
            list_id: string;
            /** Option */
            option: string;
            /** Photos */
            photos: components["schemas"]["linli__deliberation__schemas__comparison_lists__site_visit__FileOut"][];
            /** Place */
            place: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Signatures */
            signatures: components["schemas"]["linli__deliberation__schemas__comparison_lists__site_visit__SignatureOut"][];
            /**
             * Visited On
             * Format: date
             */
            visited_on: string;
            /** Visitors */
            visitors: string;
        };
        /**
         * ResidentOut
         * @description Someone who lives there, masked for those who need not know.
         */
        ResidentOut: {
            /** Is Tenant */
            is_tenant: boolean;
            /** Name */
            name: string;
        };
        /**
         * ResignationIn
         * @description Why somebody gives a mandate back.
         */
        ResignationIn: {
            /** Reason */
            reason: string;
        };
        /**
         * ResultOut
         * @description What became of one item; results stand in the order of the items.
         */
        ResultOut: {
            /** Attachments */
            attachments: components["schemas"]["SlotState"][];
            /** Id */
            id: string | null;
            problem: components["schemas"]["ProblemOut"] | null;
            receipt: components["schemas"]["ReceiptOut"] | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "accepted" | "duplicate" | "conflict" | "rejected";
        };
        /**
         * ReviewIn
         * @description New dates for a need that is still there.
         */
        ReviewIn: {
            /** Ends On */
            ends_on?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /** Review On */
            review_on?: string | null;
        };
        /**
         * RevisionIn
         * @description A list as it should be from now on, and why.
         */
        RevisionIn: {
            /** Cells */
            cells?: components["schemas"]["CellIn"][];
            /** Criteria */
            criteria: components["schemas"]["CriterionIn"][];
            /**
             * Decision Id
             * @description The decision of a session that agreed on the weights; none without weights
             */
            decision_id?: string | null;
            /** Options */
            options: components["schemas"]["OptionIn"][];
            /**
             * Question
             * @description What is to be chosen, in a sentence
             * @default
             */
            question: string;
            /** Reason */
            reason: string;
            /** Title */
            title: string;
        };
        /**
         * RevocationIn
         * @description Why a role is taken away.
         */
        RevocationIn: {
            /** Reason */
            reason: string;
        };
        /**
         * RoleOut
         * @description A role that is held.
         */
        RoleOut: {
            /** Role */
            role: string;
            /**
             * Scope Id
             * Format: uuid
             * @description The community's own id when it is held on the whole of it
             */
            scope_id: string;
            scope_kind: components["schemas"]["Scope"];
            /** Scope Name */
            scope_name: string;
        };
        /**
         * RollOut
         * @description Who is expected and who is there.
         */
        RollOut: {
            /** Items */
            items: components["schemas"]["PersonInRoom"][];
        };
        /**
         * RoomOut
         * @description The room as it is now; everybody who follows a session reads this every few seconds.
         */
        RoomOut: {
            /**
             * Here
             * @description Accounts that are there
             */
            here: string[];
            /**
             * Item Id
             * @description What is talked about now
             */
            item_id: string | null;
            /** @description The open motion, or the last one decided */
            motion: components["schemas"]["MotionOut"] | null;
            /**
             * Queue
             * @description Who speaks next, first-time speakers first
             */
            queue: components["schemas"]["SpeakerOut"][];
            quorum: components["schemas"]["QuorumOut"];
            /**
             * Raised
             * @description Accounts whose hand on the open motion is up
             */
            raised: string[];
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            speaking: components["schemas"]["SpeakerOut"] | null;
            /**
             * State
             * @enum {string}
             */
            state: "planned" | "noticed" | "in_session" | "in_recess" | "closed" | "minutes_submitted" | "signed_off" | "published" | "cancelled";
            /** Tick */
            tick: number;
        };
        /**
         * RoundCard
         * @description A round in a list.
         */
        RoundCard: {
            /** Closes At */
            closes_at: string | null;
            /**
             * Closes On
             * Format: date
             */
            closes_on: string;
            /** @description Once frozen */
            electorate: components["schemas"]["ElectorWeightOut"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Mine
             * @description Electors that the caller may vote for
             */
            mine: number;
            /**
             * Mine Returned
             * @description Of these, with a counted ballot
             */
            mine_returned: number;
            /** Mode */
            mode: string;
            /** Opens At */
            opens_at: string | null;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /** Questions */
            questions: number;
            returned: components["schemas"]["ElectorWeightOut"] | null;
            /** State */
            state: string;
            /** Title */
            title: string;
        };
        /**
         * RoundChangeOut
         * @description One step that a round took.
         */
        RoundChangeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * By
             * @description Display name; ``null`` when the time had come by itself
             */
            by: string | null;
            /** From State */
            from_state: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: string | null;
            /** To State */
            to_state: string;
        };
        /**
         * RoundDraft
         * @description All of a round that can be changed until its notice.
         */
        RoundDraft: {
            /** Background */
            background: string;
            /**
             * Closes On
             * Format: date
             * @description Last day of voting, until 24:00
             */
            closes_on: string;
            /**
             * Follow Majority
             * @description The covenant's clause, quoted
             */
            follow_majority?: string | null;
            mode: components["schemas"]["RoundMode"];
            /**
             * Opens On
             * Format: date
             * @description First day of voting, from 00:00
             */
            opens_on: string;
            /** Project Id */
            project_id?: string | null;
            /** Questions */
            questions: components["schemas"]["BallotQuestionIn"][];
            /**
             * Run Off Of
             * @description The round whose options did not pass
             */
            run_off_of?: string | null;
            scope?: components["schemas"]["RoundScopeIn"];
            /** Title */
            title: string;
        };
        /**
         * RoundIn
         * @description A round to draft.
         */
        RoundIn: {
            /** Background */
            background: string;
            /**
             * Closes On
             * Format: date
             * @description Last day of voting, until 24:00
             */
            closes_on: string;
            /**
             * Follow Majority
             * @description The covenant's clause, quoted
             */
            follow_majority?: string | null;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            mode: components["schemas"]["RoundMode"];
            /**
             * Opens On
             * Format: date
             * @description First day of voting, from 00:00
             */
            opens_on: string;
            /** Project Id */
            project_id?: string | null;
            /** Questions */
            questions: components["schemas"]["BallotQuestionIn"][];
            /**
             * Run Off Of
             * @description The round whose options did not pass
             */
            run_off_of?: string | null;
            scope?: components["schemas"]["RoundScopeIn"];
            /** Title */
            title: string;
        };
        /**
         * RoundLineOut
         * @description One elector in the published list.
         */
        RoundLineOut: {
            /**
             * Answers
             * @description Only where the profile lists choices
             */
            answers: components["schemas"]["QuestionAnswerOut"][] | null;
            /** Area Dm2 */
            area_dm2: number;
            /**
             * Code
             * @description Of one's own vote only, unless answers are listed
             */
            code: string | null;
            /** Doors */
            doors: string[];
            /** Mine */
            mine: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "returned" | "unreturned" | "undelivered";
        };
        /**
         * RoundListPage
         * @description The published list per household, by door.
         */
        RoundListPage: {
            /** Items */
            items: components["schemas"]["RoundLineOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * RoundMode
         * @description What the ballots of a round are; its result page says which.
         *
         *     Some cities require the housing bureau's own system for votes over the internet.
         * @enum {string}
         */
        RoundMode: "survey" | "paper_ledger" | "official_import";
        /**
         * RoundOut
         * @description A round with all that its page shows but the result.
         */
        RoundOut: {
            /** Background */
            background: string;
            /** Changes */
            changes: components["schemas"]["RoundChangeOut"][];
            /**
             * Closes At
             * @description The first moment that is too late
             */
            closes_at: string | null;
            /**
             * Closes On
             * Format: date
             */
            closes_on: string;
            /**
             * Earliest Opening
             * Format: date
             * @description For a draft: were it noticed today
             */
            earliest_opening: string;
            electorate: components["schemas"]["ElectorWeightOut"] | null;
            /** Electorate Digest */
            electorate_digest: string | null;
            /** Final From */
            final_from: string | null;
            /** Follow Majority */
            follow_majority: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** May */
            may: ("revise" | "notice" | "withdraw" | "open" | "vote" | "deliver" | "record_paper" | "confirm_paper" | "authorize_proxy" | "agree_on_voter" | "see_electors" | "import_official" | "count" | "publish_result" | "recount" | "annul" | "object" | "answer_objections" | "see_result" | "see_list")[];
            /**
             * Mode
             * @enum {string}
             */
            mode: "survey" | "paper_ledger" | "official_import";
            /** Notice Digest */
            notice_digest: string | null;
            /** Noticed On */
            noticed_on: string | null;
            /** Objections Until */
            objections_until: string | null;
            /** Open Objections */
            open_objections: number;
            /** Opens At */
            opens_at: string | null;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /**
             * Outcomes
             * @description Once the result is published
             */
            outcomes: components["schemas"]["QuestionOutcomeOut"][];
            /**
             * Papers Contested
             * @description Objections to papers that keep the round from being counted
             */
            papers_contested: number;
            /**
             * Papers Waiting
             * @description Paper ballots that wait for a second person
             */
            papers_waiting: number;
            profile: components["schemas"]["RoundProfileOut"];
            /** Project Id */
            project_id: string | null;
            /** Questions */
            questions: components["schemas"]["BallotQuestionOut"][];
            /** Result On */
            result_on: string | null;
            /** @description Counted ballots so far; never what they say */
            returned: components["schemas"]["ElectorWeightOut"] | null;
            /** Run Off Of */
            run_off_of: string | null;
            scope: components["schemas"]["RoundScopeOut"];
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /** State */
            state: string;
            /**
             * Still Missing
             * @description Of a draft, until its notice
             */
            still_missing: components["schemas"]["StillMissingOut"][];
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * RoundPage
         * @description Rounds, the newest first.
         */
        RoundPage: {
            /** Items */
            items: components["schemas"]["RoundCard"][];
            /** Next */
            next: string | null;
        };
        /**
         * RoundPictureBuilding
         * @description Which building it is.
         */
        RoundPictureBuilding: {
            /** Code */
            code: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * RoundPictureDoor
         * @description One door and whether its ballot came in.
         */
        RoundPictureDoor: {
            /** Code */
            code: string;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /** Kind */
            kind: string;
            /**
             * Mark
             * @enum {string}
             */
            mark: "returned" | "delivered" | "not_delivered" | "no_elector";
            /** Occupancy */
            occupancy: string | null;
        };
        /**
         * RoundPictureOut
         * @description A building as its floors and doors.
         */
        RoundPictureOut: {
            building: components["schemas"]["RoundPictureBuilding"];
            /** Stairwells */
            stairwells: components["schemas"]["RoundPictureStairwell"][];
        };
        /**
         * RoundPictureStairwell
         * @description One stairwell; ``id`` is ``null`` for doors on the street.
         */
        RoundPictureStairwell: {
            /** Code */
            code: string;
            /** Doors */
            doors: components["schemas"]["RoundPictureDoor"][];
            /** Floors */
            floors: (number | null)[];
            /** Id */
            id: string | null;
        };
        /**
         * RoundProfileOut
         * @description The city's procedure: of the round's notice, or as it is now for a draft.
         */
        RoundProfileOut: {
            /** Notice Days */
            notice_days: number;
            /** Phone Binds */
            phone_binds: boolean;
            /** Proxy Limit */
            proxy_limit: number;
            /**
             * Published List
             * @enum {string}
             */
            published_list: "returned" | "choices";
            /** Result Notice Days */
            result_notice_days: number;
            /** Undeliverable Notice Days */
            undeliverable_notice_days: number;
            /** Window Max Days */
            window_max_days: number;
            /** Window Min Days */
            window_min_days: number;
        };
        /**
         * RoundResultOut
         * @description The result with all that its page shows.
         */
        RoundResultOut: {
            /**
             * Ballots
             * @description Counted ballots
             */
            ballots: number;
            /**
             * Counted At
             * Format: date-time
             */
            counted_at: string;
            /** Digest */
            digest: string;
            /**
             * Late Papers
             * @description Of these, papers handed in on time, recorded after a published result
             */
            late_papers: number;
            /**
             * Number
             * @description 2 and more after a recount
             */
            number: number;
            official: components["schemas"]["OfficialSourceOut"] | null;
            /** Questions */
            questions: components["schemas"]["QuestionResultOut"][];
            receipt: components["schemas"]["ReceiptOut"];
            round: components["schemas"]["RoundOut"];
            /**
             * Source
             * @enum {string}
             */
            source: "ballots" | "official";
        };
        /**
         * RoundScopeIn
         * @description Buildings and stairwells; both empty: the whole community.
         */
        RoundScopeIn: {
            /** Building Ids */
            building_ids?: string[];
            /** Stairwell Ids */
            stairwell_ids?: string[];
        };
        /**
         * RoundScopeOut
         * @description Buildings and stairwells; both empty: the whole community.
         */
        RoundScopeOut: {
            /** Building Ids */
            building_ids: string[];
            /** Stairwell Ids */
            stairwell_ids: string[];
        };
        /**
         * RoundStepIn
         * @description A step of a round.
         */
        RoundStepIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * RulesIn
         * @description How a scheme shares; what the method does not use is left out.
         */
        RulesIn: {
            /** Exemptions */
            exemptions?: components["schemas"]["ExemptionIn"][];
            /**
             * Ground Floor
             * @default 1
             */
            ground_floor: number;
            method: components["schemas"]["Method"];
            /** Payers */
            payers?: components["schemas"]["PayerIn"][];
            /** Reductions */
            reductions?: components["schemas"]["ReductionIn"][];
            /** Table */
            table?: components["schemas"]["TableRowIn"][];
            /** Tiers */
            tiers?: components["schemas"]["TierIn"][];
            /** Title */
            title: string;
        };
        /**
         * SchemeCardOut
         * @description A scheme in the list of its plan.
         */
        SchemeCardOut: {
            /** Adopted */
            adopted: boolean;
            /** Homes */
            homes: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Least Fen */
            least_fen: number;
            method: components["schemas"]["Method"];
            /** Middle Fen */
            middle_fen: number;
            /** Most Fen */
            most_fen: number;
            /** Net Fen */
            net_fen: number;
            /** Paying */
            paying: number;
            /**
             * Roster Changed
             * @description Homes changed since: recompute as a new version
             */
            roster_changed: boolean;
            /**
             * Scopes Changed
             * @description Totals or sources changed since
             */
            scopes_changed: boolean;
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * SchemeIn
         * @description A scheme to save under a plan.
         */
        SchemeIn: {
            /** Exemptions */
            exemptions?: components["schemas"]["ExemptionIn"][];
            /**
             * Ground Floor
             * @default 1
             */
            ground_floor: number;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            method: components["schemas"]["Method"];
            /** Payers */
            payers?: components["schemas"]["PayerIn"][];
            /** Reductions */
            reductions?: components["schemas"]["ReductionIn"][];
            /** Table */
            table?: components["schemas"]["TableRowIn"][];
            /** Tiers */
            tiers?: components["schemas"]["TierIn"][];
            /** Title */
            title: string;
        };
        /**
         * SchemeOut
         * @description One version of a scheme.
         */
        SchemeOut: {
            /** Adopted */
            adopted: boolean;
            /** Adopted At */
            adopted_at: string | null;
            /**
             * Computed At
             * Format: date-time
             */
            computed_at: string;
            /** Exemptions */
            exemptions: components["schemas"]["ExemptionOut"][];
            /** Floors */
            floors: components["schemas"]["FloorOut"][];
            /** Ground Floor */
            ground_floor: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            method: components["schemas"]["Method"];
            /** Net Fen */
            net_fen: number;
            /** Newest */
            newest: boolean;
            /** Payers */
            payers: components["schemas"]["PayerOut"][];
            /**
             * Plan Id
             * Format: uuid
             */
            plan_id: string;
            /** Roster Changed */
            roster_changed: boolean;
            /** Roster Digest */
            roster_digest: string;
            /**
             * Round Id
             * @description The ballot that adopted it
             */
            round_id: string | null;
            /** Scopes */
            scopes: components["schemas"]["ScopeOut"][];
            /** Scopes Changed */
            scopes_changed: boolean;
            /** Shares Digest */
            shares_digest: string;
            spread: components["schemas"]["SpreadOut"];
            /** Tiers */
            tiers: components["schemas"]["TierOut"][];
            /** Title */
            title: string;
            /**
             * Version
             * @description Number of this version
             */
            version: number;
        };
        /**
         * Scope
         * @description How far a grant reaches.
         * @enum {string}
         */
        Scope: "community" | "building" | "group";
        /**
         * ScopeIn
         * @description One cost: a lift, a stairwell or a set of buildings, with its own total and sources.
         */
        ScopeIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "lift" | "stairwell" | "building" | "project";
            /** Label */
            label: string;
            /** Places */
            places: components["schemas"]["PlaceIn"][];
            /** Sources */
            sources?: components["schemas"]["SourceIn"][];
            /**
             * Total Fen
             * @description Money in fen
             */
            total_fen: number;
            /**
             * With Shops
             * @default false
             */
            with_shops: boolean;
        };
        /**
         * ScopeOut
         * @description One cost of a plan.
         */
        ScopeOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "lift" | "stairwell" | "building" | "project";
            /** Label */
            label: string;
            /**
             * Net Fen
             * @description What its homes share
             */
            net_fen: number;
            /** Number */
            number: number;
            /** Places */
            places: components["schemas"]["PlaceOut"][];
            /** Sources */
            sources: components["schemas"]["SourceOut"][];
            /** Total Fen */
            total_fen: number;
            /** With Shops */
            with_shops: boolean;
        };
        /**
         * ScopesIn
         * @description All scopes of a plan; they take the place of those before.
         */
        ScopesIn: {
            /** Scopes */
            scopes: components["schemas"]["ScopeIn"][];
        };
        /**
         * ScoreLineOut
         * @description One criterion in an option's working; fractions are exact, ten-thousandths rounded down.
         */
        ScoreLineOut: {
            /** Criterion */
            criterion: string;
            /**
             * Part
             * @description points × weight ÷ all weights, as a fraction
             */
            part: string;
            /** Part Ten Thousandths */
            part_ten_thousandths: number;
            /**
             * Points
             * @description Between 0 and 1, as a fraction
             * @example 3/5
             */
            points: string;
            /** Points Ten Thousandths */
            points_ten_thousandths: number;
            /** Weight */
            weight: number;
        };
        /**
         * ScoreOut
         * @description An option's score with its working; a help for choosing, never a decision.
         */
        ScoreOut: {
            /** Lines */
            lines: components["schemas"]["ScoreLineOut"][];
            /** Option */
            option: string;
            /** Rank */
            rank: number;
            /**
             * Score
             * @description The sum of all parts, as a fraction
             */
            score: string;
            /** Score Ten Thousandths */
            score_ten_thousandths: number;
            /**
             * Unknown
             * @description How many weighted values are not yet known
             */
            unknown: number;
        };
        /**
         * SeatOut
         * @description A community I belong to.
         */
        SeatOut: {
            /**
             * Epoch
             * Format: uuid
             */
            epoch: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Permissions */
            permissions: string[];
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Time Zone */
            time_zone: string;
        };
        /**
         * SecretBallotIn
         * @description A ballot. It has no id: nothing of it may be found again by who sent it.
         */
        SecretBallotIn: {
            /**
             * Choice
             * @description Candidacies; none is a blank ballot
             */
            choice: string[];
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Receipt
             * @description SHA-256 in hexadecimal: the receipt's leaf
             */
            receipt: string;
        };
        /**
         * SessionDetail
         * @description A session with its agenda.
         */
        SessionDetail: {
            /** Agenda */
            agenda: components["schemas"]["AgendaItemOut"][];
            /**
             * Earliest On
             * Format: date
             * @description If the notice were given today
             */
            earliest_on: string;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["SessionKind"];
            /** Noticed On */
            noticed_on: string | null;
            /**
             * Parties
             * @description Which must be there, and sign the minutes
             */
            parties: components["schemas"]["Party"][];
            /** Place */
            place: string;
            /** Project Id */
            project_id: string | null;
            /** Speaking Seconds */
            speaking_seconds: number;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "planned" | "noticed" | "in_session" | "in_recess" | "closed" | "minutes_submitted" | "signed_off" | "published" | "cancelled";
            /** Steps */
            steps: components["schemas"]["SessionStepOut"][];
            /**
             * Title
             * @description Empty for a weekly session that the week made by itself
             */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * SessionIn
         * @description A session to plan.
         */
        SessionIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            kind: components["schemas"]["SessionKind"];
            /** Place */
            place: string;
            /** Project Id */
            project_id?: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Title */
            title: string;
        };
        /**
         * SessionKind
         * @description Kinds of deliberation sessions (议事会 / 三方联动会 / 周例会).
         * @enum {string}
         */
        SessionKind: "council" | "three_party" | "weekly";
        /**
         * SessionOut
         * @description A session.
         */
        SessionOut: {
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["SessionKind"];
            /** Noticed On */
            noticed_on: string | null;
            /** Place */
            place: string;
            /** Project Id */
            project_id: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "planned" | "noticed" | "in_session" | "in_recess" | "closed" | "minutes_submitted" | "signed_off" | "published" | "cancelled";
            /**
             * Title
             * @description Empty for a weekly session that the week made by itself
             */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * SessionPage
         * @description Sessions, the earliest day first.
         */
        SessionPage: {
            /** Items */
            items: components["schemas"]["SessionOut"][];
            /** Next */
            next: string | null;
        };
        /**
         * SessionReason
         * @description Why.
         */
        SessionReason: {
            /** Reason */
            reason: string;
        };
        /**
         * SessionStepOut
         * @description That a session came to another state.
         */
        SessionStepOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Reason */
            reason: string | null;
            /**
             * To State
             * @enum {string}
             */
            to_state: "planned" | "noticed" | "in_session" | "in_recess" | "closed" | "minutes_submitted" | "signed_off" | "published" | "cancelled";
        };
        /**
         * ShareOut
         * @description Doors proposed for one volunteer; make it an assignment to have it so.
         */
        ShareOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Doors */
            doors: number;
            /** Floor From */
            floor_from: number;
            /** Floor To */
            floor_to: number;
            /**
             * Stairwell Id
             * Format: uuid
             */
            stairwell_id: string;
        };
        /**
         * SharePageOut
         * @description The homes of one place: a building, or one stairwell of it.
         */
        SharePageOut: {
            /** Building Code */
            building_code: string;
            /**
             * Building Id
             * Format: uuid
             */
            building_id: string;
            /** Homes */
            homes: components["schemas"]["HomeShareOut"][];
            /** Scope */
            scope: number;
        };
        /**
         * SharesOut
         * @description Every home's share, as it was worked out; codes, no names.
         */
        SharesOut: {
            /** Pages */
            pages: components["schemas"]["SharePageOut"][];
            /** Version */
            version: number;
        };
        /**
         * SheetIn
         * @description How a sheet is to be read; what is left out stays, or is guessed anew with its header.
         */
        SheetIn: {
            /** Columns */
            columns?: components["schemas"]["ColumnIn"][] | null;
            /**
             * Fill Down
             * @description Fields whose blank cells repeat the cell above
             */
            fill_down?: components["schemas"]["Field"][] | null;
            /** Header Row */
            header_row?: number | null;
            /** Name */
            name: string;
            /** Use */
            use?: boolean | null;
        };
        /**
         * SheetOut
         * @description A sheet as it is read.
         */
        SheetOut: {
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Fill Down */
            fill_down: components["schemas"]["Field"][];
            /** Header Row */
            header_row: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "homes" | "shops" | "none";
            /** Name */
            name: string;
            /**
             * Reason
             * @description Why it is not used
             */
            reason: ("hidden_sheet" | "empty_sheet" | "no_header") | null;
            /** Use */
            use: boolean;
        };
        /**
         * Side
         * @description What a speaker says they will speak for.
         * @enum {string}
         */
        Side: "for" | "against" | "neutral";
        /**
         * SimilarOut
         * @description Open reports that may be the same, the most alike first.
         */
        SimilarOut: {
            /** Items */
            items: components["schemas"]["FeedbackOut"][];
        };
        /**
         * Slot
         * @description A declared attachment: its hash, size in bytes and type.
         */
        Slot: {
            /**
             * Content Type
             * @enum {string}
             */
            content_type: "image/jpeg" | "image/png" | "image/webp" | "application/pdf" | "audio/mp4" | "audio/ogg" | "audio/webm";
            /**
             * Sha256
             * @description SHA-256 in hexadecimal
             */
            sha256: string;
            /** Size */
            size: number;
        };
        /**
         * SlotState
         * @description Whether a declared file has arrived.
         */
        SlotState: {
            /** Sha256 */
            sha256: string;
            /**
             * State
             * @enum {string}
             */
            state: "missing" | "stored";
        };
        /**
         * SourceIn
         * @description What somebody else pays towards a scope.
         */
        SourceIn: {
            /**
             * Amount Fen
             * @description Money in fen
             */
            amount_fen: number;
            kind: components["schemas"]["SourceKind"];
            /**
             * Name
             * @description Who pays, in words
             */
            name: string;
        };
        /**
         * SourceKind
         * @description Where money comes from.
         *
         *     Common revenue belongs to all owners (Civil Code, art. 282); the maintenance fund is used only
         *     by their decision (Civil Code, art. 281).
         * @enum {string}
         */
        SourceKind: "policy_subsidy" | "common_revenue" | "maintenance_fund" | "other";
        /**
         * SourceOut
         * @description What somebody else pays towards a scope.
         */
        SourceOut: {
            /** Amount Fen */
            amount_fen: number;
            kind: components["schemas"]["SourceKind"];
            /** Name */
            name: string;
        };
        /**
         * SpeakerOut
         * @description Whose hand is up, or who speaks.
         */
        SpeakerOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Called At */
            called_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            side: components["schemas"]["Side"];
        };
        /**
         * SpokenForOut
         * @description That somebody says where a home of the caller stands on a proposal.
         */
        SpokenForOut: {
            /** By Name */
            by_name: string;
            /**
             * Comment Id
             * Format: uuid
             */
            comment_id: string;
            /** Household Code */
            household_code: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Position
             * @enum {string}
             */
            position: "for" | "against" | "neutral";
            /**
             * Proposal Id
             * Format: uuid
             */
            proposal_id: string;
        };
        /**
         * SpreadOut
         * @description How far the shares lie apart, in fen.
         */
        SpreadOut: {
            /** Homes */
            homes: number;
            /** Least */
            least: number;
            /** Middle */
            middle: number;
            /** Most */
            most: number;
            /** Paying */
            paying: number;
            /** Total */
            total: number;
        };
        /**
         * StairwellOut
         * @description An entrance of a building.
         */
        StairwellOut: {
            /** Code */
            code: string;
            /**
             * Has Lift
             * @description null while nobody has said
             */
            has_lift: boolean | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * StanceCounts
         * @description How many homes take which stance, by what they said last.
         */
        StanceCounts: {
            /** Oppose */
            oppose: number | null;
            /** Support */
            support: number | null;
            /** Undecided */
            undecided: number | null;
            /** Unknown */
            unknown: number | null;
        };
        /**
         * StatementOut
         * @description A statement of the opinion map: a comment's words, or the proposal itself.
         */
        StatementOut: {
            /**
             * Comment Id
             * @description None for the proposal as a whole
             */
            comment_id: string | null;
            /** Groups */
            groups: {
                [key: string]: number | null;
            }[];
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "shared_agreement" | "shared_disagreement" | "divides" | "open" | "too_few";
            /** Words */
            words: string | null;
        };
        /**
         * StatisticsOut
         * @description Active needs by group; ``null`` where a figure could give somebody away.
         */
        StatisticsOut: {
            /**
             * By Building
             * @description By building code
             */
            by_building: {
                [key: string]: number | null;
            };
            /** By Kind */
            by_kind: {
                [key: string]: number | null;
            };
            /** By Urgency */
            by_urgency: {
                [key: string]: number | null;
            };
            /** Total */
            total: number | null;
        };
        /**
         * StepKind
         * @description The sentences of an explanation.
         * @enum {string}
         */
        StepKind: "cost" | "less_source" | "net" | "exempt" | "own_area" | "one_household" | "own_coefficient" | "own_coefficient_area" | "equal_steps" | "shared_step" | "from_table" | "share" | "less_reduction" | "pays";
        /**
         * StepOut
         * @description One step of a reckoning: which sentence to say, and the figures in it.
         */
        StepOut: {
            kind: components["schemas"]["StepKind"];
            /** Values */
            values: {
                [key: string]: number | string;
            };
        };
        /**
         * StillMissingOut
         * @description What keeps a draft's question from going on notice.
         */
        StillMissingOut: {
            /**
             * Question
             * @description Its number, from 1
             */
            question: number;
            /**
             * What
             * @enum {string}
             */
            what: "proposal_in_work" | "plan_unpublished" | "plan_settled" | "options_renamed";
        };
        /**
         * StoredSlot
         * @description A declared file, and whether it has arrived.
         */
        StoredSlot: {
            /** Content Type */
            content_type: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * State
             * @enum {string}
             */
            state: "missing" | "stored";
        };
        /**
         * StrikeAgreementIn
         * @description That a second person agrees.
         */
        StrikeAgreementIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * StrikeIn
         * @description Why a paper is to be struck out.
         */
        StrikeIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Reason
             * @description Such as: it belongs to the door next to it
             */
            reason: string;
        };
        /**
         * StrikeOut
         * @description That a paper is to be, or was, struck out.
         */
        StrikeOut: {
            /**
             * Agreed By
             * @description Display name of the second person
             */
            agreed_by: string | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Asked By
             * @description Display name
             */
            asked_by: string | null;
            /**
             * Mine
             * @description The caller asked, so somebody else agrees
             */
            mine: boolean;
            /** Reason */
            reason: string;
            /**
             * Struck
             * @description A second person agreed: it does not count
             */
            struck: boolean;
        };
        /**
         * SubjectKind
         * @description What a question may decide.
         * @enum {string}
         */
        SubjectKind: "proposal" | "scheme" | "comparison_list";
        /**
         * SuggestionContent
         * @description What was noticed.
         */
        SuggestionContent: {
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kinds */
            kinds: ("stair_support" | "shopping" | "medicine_pickup" | "home_visit" | "escort" | "other")[];
            /** Note */
            note: string | null;
        };
        /**
         * SuggestionHandled
         * @description What became of a suggestion.
         */
        SuggestionHandled: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "confirmed" | "dismissed" | "expired";
        };
        /**
         * SuggestionList
         * @description Suggestions nobody has handled yet, the oldest first.
         */
        SuggestionList: {
            /** Items */
            items: components["schemas"]["SuggestionOut"][];
            /** Next */
            next: null;
        };
        /**
         * SuggestionOut
         * @description A door to ask at. What was noticed there stays sealed until it is opened.
         */
        SuggestionOut: {
            /** Building Code */
            building_code: string | null;
            /** Door */
            door: string;
            /** Floor */
            floor: number | null;
            /** Household Code */
            household_code: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Source
             * @enum {string}
             */
            source: "door_visit" | "roster";
        };
        /**
         * SummaryOut
         * @description How many rows each outcome has; empty before the first plan.
         */
        SummaryOut: {
            /** Buildings */
            buildings?: number | null;
            /** Change */
            change?: number | null;
            /** Create */
            create?: number | null;
            /** Missing */
            missing?: number | null;
            /** Owners */
            owners?: number | null;
            /** Review */
            review?: number | null;
            /** Skipped */
            skipped?: number | null;
            /**
             * Sold
             * @description Accounts that lose a vote: the home was sold
             */
            sold?: number | null;
            /** Suggestions */
            suggestions?: number | null;
            /** Unchanged */
            unchanged?: number | null;
            /** Warning */
            warning?: number | null;
        };
        /**
         * SyncIn
         * @description What a phone has recorded, in the order of doing.
         */
        SyncIn: {
            /** App Version */
            app_version: string;
            /**
             * Device Id
             * Format: uuid
             */
            device_id: string;
            /**
             * Device Time
             * Format: date-time
             */
            device_time: string;
            /**
             * Items
             * @description At most 200, else 413
             */
            items: unknown[];
        };
        /**
         * SyncOut
         * @description The answer to a batch.
         */
        SyncOut: {
            /**
             * Clock Drift Seconds
             * @description How far the phone's clock is ahead; only when it is over ten minutes off
             */
            clock_drift_seconds: number | null;
            /**
             * Epoch
             * Format: uuid
             */
            epoch: string;
            /** Results */
            results: components["schemas"]["ResultOut"][];
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
        };
        /**
         * TableOut
         * @description What was read from a file or pasted text; nothing of it is kept.
         */
        TableOut: {
            /** Problems */
            problems: components["schemas"]["TableProblem"][];
            /** Rows */
            rows: components["schemas"]["TableRead"][];
            /** Total Fen */
            total_fen: number;
        };
        /**
         * TableProblem
         * @description A row that could not be read.
         */
        TableProblem: {
            /** Cell */
            cell: string;
            /** Code */
            code: string;
            /** Row */
            row: number;
        };
        /**
         * TableRead
         * @description One row of a table as it was read.
         */
        TableRead: {
            /** Code */
            code: string;
            /** Fen */
            fen: number;
        };
        /**
         * TableRowIn
         * @description One home in a table made by hand.
         */
        TableRowIn: {
            /** Code */
            code: string;
            /** Fen */
            fen: number;
            /**
             * Scope
             * @description Number of the scope, where a home stands in several
             */
            scope?: number | null;
        };
        /**
         * Taken
         * @description That something was taken, with its receipt.
         */
        Taken: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            receipt: components["schemas"]["ReceiptOut"];
        };
        /**
         * TakenIn
         * @description Taking a task on.
         */
        TakenIn: {
            /**
             * All Following
             * @description Also the later tasks of the same need that nobody has
             * @default false
             */
            all_following: boolean;
        };
        /**
         * TaskHistory
         * @description What happened to a task, in order.
         */
        TaskHistory: {
            /** Items */
            items: components["schemas"]["TaskStepOut"][];
            /** Next */
            next: null;
        };
        /**
         * TaskStepOut
         * @description One thing that happened to a task.
         */
        TaskStepOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * By
             * @description ``null``: time did it
             */
            by: string | null;
            /** Reason */
            reason: string | null;
            /** To Account Id */
            to_account_id: string | null;
            /**
             * Verb
             * @enum {string}
             */
            verb: "offered" | "assigned" | "accepted" | "declined" | "handed_over" | "visited" | "reminded" | "to_building_lead" | "to_social_worker" | "done" | "cancelled";
        };
        /**
         * TierIn
         * @description Storeys that weigh the same, first and last included; 1.1 is 1100 thousandths.
         */
        TierIn: {
            /** From Floor */
            from_floor: number;
            /** Thousandths */
            thousandths: number;
            /** To Floor */
            to_floor: number;
        };
        /**
         * TierOut
         * @description Storeys that weigh the same.
         */
        TierOut: {
            /** From Floor */
            from_floor: number;
            /** Thousandths */
            thousandths: number;
            /** To Floor */
            to_floor: number;
        };
        /**
         * TodayOut
         * @description The day of one person, by the community's calendar.
         */
        TodayOut: {
            /** Canvasses */
            canvasses: components["schemas"]["CanvassToday"][];
            /** Care Tasks */
            care_tasks: components["schemas"]["CareTaskOut"][];
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Doors */
            doors: components["schemas"]["DoorToday"][];
            /**
             * Handbook Version
             * @description Changes whenever the handbook does
             */
            handbook_version: string;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
        };
        /**
         * TokenIn
         * @description The token of a link.
         */
        TokenIn: {
            /** Token */
            token: string;
        };
        /**
         * TotalsOut
         * @description All scopes of a plan together, in fen.
         */
        TotalsOut: {
            /**
             * By Source
             * @description Per kind of source
             */
            by_source: {
                [key: string]: number;
            };
            /** Net Fen */
            net_fen: number;
            /** Total Fen */
            total_fen: number;
        };
        /**
         * TurnoutOut
         * @description Turnout by heads and area.
         */
        TurnoutOut: {
            /** By Building */
            by_building: components["schemas"]["BuildingTurnoutOut"][];
            /** By Day */
            by_day: components["schemas"]["DayTurnoutOut"][];
            /** By Way */
            by_way: {
                [key: string]: number;
            };
            /** Closes In Seconds */
            closes_in_seconds: number | null;
            /**
             * Delivered
             * @description Electors whose ballot was brought
             */
            delivered: number;
            electorate: components["schemas"]["ElectorWeightOut"];
            /**
             * Needed
             * @description The strictest of the questions' quorums
             */
            needed: components["schemas"]["NeededTurnoutOut"][];
            returned: components["schemas"]["ElectorWeightOut"];
        };
        /**
         * VersionIn
         * @description A new version: Markdown in the body, or a PDF that will be uploaded by its hash.
         */
        VersionIn: {
            /** Attachment Sha256 */
            attachment_sha256?: string | null;
            /** Attachment Size */
            attachment_size?: number | null;
            /** Body */
            body?: string | null;
            /**
             * Format
             * @enum {string}
             */
            format: "markdown" | "pdf";
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
        /**
         * VersionList
         * @description Versions, the newest first.
         */
        VersionList: {
            /** Items */
            items: components["schemas"]["VersionOut"][];
        };
        /**
         * VersionListedOut
         * @description A version in the list of all.
         */
        VersionListedOut: {
            /**
             * Format
             * @enum {string}
             */
            format: "markdown" | "pdf";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By Name */
            published_by_name: string;
            /** Version */
            version: number;
        };
        /**
         * VersionListOut
         * @description All versions, the newest first; there is never a next page.
         */
        VersionListOut: {
            /** Items */
            items: components["schemas"]["VersionListedOut"][];
            /** Next */
            next?: null;
        };
        /**
         * VersionOut
         * @description A version in the history of a scheme.
         */
        VersionOut: {
            /**
             * Computed At
             * Format: date-time
             */
            computed_at: string;
            method: components["schemas"]["Method"];
            /** Net Fen */
            net_fen: number;
            /** Number */
            number: number;
            /** Shares Digest */
            shares_digest: string;
            /** Title */
            title: string;
        };
        /**
         * VolunteerGroupIn
         * @description A group to make.
         */
        VolunteerGroupIn: {
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "publicity" | "site_assist" | "care";
            /**
             * Name
             * @example 爱心帮扶组
             */
            name: string;
        };
        /**
         * VolunteerGroupList
         * @description All groups, those that have ended last; there is never a next page.
         */
        VolunteerGroupList: {
            /** Items */
            items: components["schemas"]["VolunteerGroupOut"][];
            /** Next */
            next?: null;
        };
        /**
         * VolunteerGroupOut
         * @description A group of volunteers; who is in it holds a grant on it. ``version`` is the ETag.
         */
        VolunteerGroupOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "publicity" | "site_assist" | "care";
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * VoterAgreementIn
         * @description Which of a unit's co-owners votes.
         */
        VoterAgreementIn: {
            /** Agreed How */
            agreed_how: string;
            /**
             * Attachments
             * @description What they signed; nobody votes by it before
             */
            attachments: components["schemas"]["Slot"][];
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
            /**
             * Owner Id
             * Format: uuid
             */
            owner_id: string;
        };
        /**
         * VoterAgreementOut
         * @description Which of a unit's co-owners votes.
         */
        VoterAgreementOut: {
            /** Agreed How */
            agreed_how: string;
            /**
             * Household Id
             * Format: uuid
             */
            household_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Owner Id
             * Format: uuid
             */
            owner_id: string;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
        };
        /**
         * WaitingOut
         * @description What waits for the caller in deliberation.
         */
        WaitingOut: {
            /**
             * Action Items
             * @description One's own that are not closed
             */
            action_items: components["schemas"]["ActionItemOut"][];
            /**
             * Answers
             * @description How many of one's messages were answered in the last days
             */
            answers: number;
            /**
             * Elections
             * @description Taking ballots from homes of the caller that have not voted
             */
            elections: components["schemas"]["ElectionToVoteOut"][];
            /**
             * Feedback
             * @description One's own, said to be fixed: is it?
             */
            feedback: components["schemas"]["FeedbackOut"][];
            /**
             * Mandates
             * @description Nearly over with nobody to follow: one's own; for who holds elections, all
             */
            mandates: components["schemas"]["MandateOut"][];
            /**
             * Messages
             * @description How many messages wait for the caller's answer
             */
            messages: number;
            /**
             * Nominations
             * @description The caller was nominated and has not answered; voting has not begun
             */
            nominations: components["schemas"]["NominationAskedOut"][];
            /**
             * Sessions
             * @description Going on, or noticed for the coming days
             */
            sessions: components["schemas"]["SessionOut"][];
            /**
             * Spoken For
             * @description Said in the name of the caller's homes, which have not answered yet
             */
            spoken_for: components["schemas"]["SpokenForOut"][];
            /**
             * To Review
             * @description For who holds sessions: said to be done, and the day of the review has come
             */
            to_review: components["schemas"]["ActionItemOut"][];
        };
        /**
         * WithdrawalIn
         * @description The person no longer consents.
         */
        WithdrawalIn: {
            /**
             * Given How
             * @enum {string}
             */
            given_how: "spoken_at_door" | "signed" | "own_phone";
            /**
             * Id
             * Format: uuid
             * @description UUIDv7 made by the client
             * @example 01993b2e-7c00-7abc-8def-0123456789ab
             */
            id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
