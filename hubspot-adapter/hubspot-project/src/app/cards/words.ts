/* What a rep reads. A test of the build holds these against the panel in Salesforce. */

export const RESULTS: Record<string, string> = { TRUE: 'met', FALSE: 'not met', UNKNOWN: 'unknown' };

export const CLOCK: Record<string, string> = {
  accepted: 'You have this lead: accepted',
  answered: 'Answered',
  expired: 'Not answered in time: this lead went back to marketing',
  sales: 'Converted or in a deal: nothing to answer',
  closed: 'Not with sales any more: nothing to answer',
};

export const OUTCOMES: Record<string, string> = {
  pending: 'no answer',
  accepted: 'accepted',
  rejected: 'rejected',
  disqualified: 'disqualified',
  expired: 'not answered in time',
  cancelled: 'withdrawn',
};

/* Groups in the order in which a rep sees them. */
export const GROUPS = [
  { name: 'routing', label: 'Routing' },
  { name: 'data', label: 'Data' },
  { name: 'fit', label: 'Fit' },
  { name: 'contact', label: 'Contact' },
  { name: 'need', label: 'Need and timing' },
  { name: 'obstacle', label: 'Obstacle' },
  { name: 'exclusion', label: 'Never contact' },
];
export const OWN_GROUP = 'Your own';
export const NONE_FITS = 'S-NOREASON';

export const SPANS = [
  { months: 1, label: 'In 1 month' },
  { months: 3, label: 'In 3 months' },
  { months: 6, label: 'In 6 months' },
];

export const CONTENT = 'Content to refer to';
export const HELPED = 'Helped';
export const DID_NOT_HELP = 'Did not help';
export const UNDONE = 'Undone: it is as it was';

export const NOTHING = 'Marketing has not handed this person over. There is nothing to answer.';
export const NO_EVIDENCE = 'No evidence was written for this hand-off.';
export const NO_ENGAGEMENT = 'No engagement was recorded.';
export const NO_REASON_YET = 'No reason given yet';
export const WAITING = 'Marketing will have it in a moment.';
export const REFUSED = 'It counts, and one of the two systems does not take it. Your admin sees why.';
export const FEW_WORDS = 'A few words, please: they are all that marketing has to go by.';
export const DAY_TO_COME = 'Choose a day that is still to come.';
export const STALE = 'Somebody changed this record meanwhile. Look again, then answer.';
export const NOT_SAVED = 'It was not saved. Try again; if it happens again, tell your admin.';
export const UNREACHABLE = 'LeadLoop cannot be reached just now. Nothing is lost; try again in a moment.';
export const UNREACHABLE_SAVING =
  'LeadLoop cannot be reached just now, and it is not certain that your answer arrived. Press it again: it will count once.';
export const NOT_ADMITTED = 'LeadLoop does not let this card in. Tell your admin: its settings stand under card in leadloop.yaml.';
export const NO_CONTACT = 'This lead has no contact that LeadLoop could know.';

const BY_CODE: Record<string, string> = {
  'handoff-closed': STALE,
  'no-such-handoff': STALE,
  'idempotency-key-reused': NOT_SAVED,
  'idempotency-key-missing': NOT_SAVED,
  'answer-illegal': 'This reason cannot be given now, or needs a day or a few words. Choose again.',
};

/** What to tell a rep when an answer was not taken; the connector's own words where there are no better ones. */
export function refusal(code: string, message: string): string {
  return BY_CODE[code] ?? (message === '' ? NOT_SAVED : `It was not saved: ${message}.`);
}

/** A criterion's id as words: job-level is Job level. */
export function named(id: string): string {
  const spaced = id.replace(/[._-]+/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What was said and what was done; all of it in "more" if the words are others than LeadLoop's. */
export function receiptOf(text: string): { said: string; did: string; more: string } {
  const found = /^You said: (.*?)\. We did: (.*?)\.(?:\s+(.*))?$/.exec(text);
  return found
    ? { said: found[1] ?? '', did: found[2] ?? '', more: found[3] ?? '' }
    : { said: '', did: '', more: text };
}
