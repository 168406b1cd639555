/* Each line is the row of mappings/reasons.yaml, as JSON; a test of the build compares them. */
export const REASONS = [
    {"code": "R-TERR", "group": "routing", "label": "Wrong territory or owner", "hint": "A colleague of another region or segment owns this account", "phases": ["before"], "asks": [], "implicates": ["routing"]},
    {"code": "R-SEGMENT", "group": "routing", "label": "Other segment or product team", "hint": "Right company but not for this team's product", "phases": ["before"], "asks": [], "implicates": ["routing", "segment"]},
    {"code": "R-OPENOPP", "group": "routing", "label": "Already in an open deal", "hint": "An open opportunity of this company or person exists", "phases": ["before"], "asks": [], "implicates": ["exclusion"]},
    {"code": "R-CUSTOMER", "group": "routing", "label": "Already a customer", "hint": "An account manager looks after this customer", "phases": ["before", "after"], "asks": [], "implicates": ["exclusion"]},
    {"code": "R-PARTNER", "group": "routing", "label": "Partner or channel account", "hint": "Registered by a partner", "phases": ["before"], "asks": [], "implicates": ["exclusion"]},
    {"code": "R-DUP", "group": "routing", "label": "Duplicate", "hint": "The same person is here a second time", "phases": ["before"], "asks": [], "implicates": ["identity"]},
    {"code": "D-MISSING", "group": "data", "label": "Contact data missing or wrong", "hint": "There is no way to reach this person", "phases": ["before"], "asks": [], "implicates": ["form", "enrichment"]},
    {"code": "D-EMAIL", "group": "data", "label": "E-mail invalid or bounced", "hint": "Mail does not arrive", "phases": ["before", "after"], "asks": [], "implicates": ["form"]},
    {"code": "D-PHONE", "group": "data", "label": "Phone invalid or wrong", "hint": "Nobody of that name answers", "phases": ["before", "after"], "asks": [], "implicates": ["form"]},
    {"code": "D-MATCH", "group": "data", "label": "Linked to the wrong company", "hint": "The person works elsewhere", "phases": ["before"], "asks": [], "implicates": ["matching"]},
    {"code": "D-LEFT", "group": "data", "label": "Left the company", "hint": "Somebody else has the job now", "phases": ["before", "after"], "asks": [], "implicates": ["data"]},
    {"code": "F-SIZE", "group": "fit", "label": "Company too small or too big", "hint": "Outside the size that we serve", "phases": ["before", "after"], "asks": [], "implicates": ["fit.size"]},
    {"code": "F-MARKET", "group": "fit", "label": "Industry or region not served", "hint": "We do not sell there", "phases": ["before", "after"], "asks": [], "implicates": ["fit.industry", "fit.region"]},
    {"code": "F-ROLE", "group": "fit", "label": "Not a buying role", "hint": "Cannot decide and does not influence", "phases": ["before", "after"], "asks": [], "implicates": ["fit.role"]},
    {"code": "F-ENGAGE", "group": "fit", "label": "Too little activity", "hint": "Fewer or older touches than we agreed", "phases": ["before"], "asks": [], "implicates": ["engagement"]},
    {"code": "F-NONBUYER", "group": "fit", "label": "Student, vendor, competitor", "hint": "Will never buy: job seeker, press, a competitor's staff", "phases": ["before", "after"], "asks": [], "implicates": ["exclusion"]},
    {"code": "C-UNREACH", "group": "contact", "label": "Could not reach", "hint": "All agreed attempts were made", "phases": ["after"], "asks": [], "implicates": []},
    {"code": "N-TIMING", "group": "need", "label": "Right, but later (date)", "hint": "Wants to talk on a later day", "phases": ["after"], "asks": ["date"], "implicates": ["engagement.intent"]},
    {"code": "N-RESEARCH", "group": "need", "label": "Early research", "hint": "Reads up and has no project", "phases": ["after"], "asks": [], "implicates": ["engagement.intent"]},
    {"code": "N-BUDGET", "group": "need", "label": "No budget", "hint": "Wants it and cannot pay now", "phases": ["after"], "asks": [], "implicates": ["fit.budget"]},
    {"code": "N-AUTHORITY", "group": "need", "label": "No way to the decider", "hint": "Cannot decide and cannot bring us to who can", "phases": ["after"], "asks": [], "implicates": ["fit.role"]},
    {"code": "N-NONEED", "group": "need", "label": "No need", "hint": "No interest in what we sell", "phases": ["after"], "asks": [], "implicates": ["engagement", "message"]},
    {"code": "O-COMPETITOR", "group": "obstacle", "label": "Prefers a competitor", "hint": "Say which one", "phases": ["after"], "asks": ["comment"], "implicates": []},
    {"code": "O-LOCKED", "group": "obstacle", "label": "Under contract until (date)", "hint": "Say when that contract ends", "phases": ["after"], "asks": ["date"], "implicates": []},
    {"code": "O-CAPABILITY", "group": "obstacle", "label": "We lack a capability or price", "hint": "Say which one", "phases": ["after"], "asks": ["comment"], "implicates": ["product"]},
    {"code": "O-INELIGIBLE", "group": "obstacle", "label": "Legal, credit or compliance", "hint": "We may not sell to them", "phases": ["after"], "asks": [], "implicates": ["exclusion"]},
    {"code": "X-OPTOUT", "group": "exclusion", "label": "Asked not to be contacted", "hint": "Written to both systems at once", "phases": ["before", "after"], "asks": [], "implicates": ["consent"]},
    {"code": "X-SPAM", "group": "exclusion", "label": "Fake, bot or test", "hint": "No real person", "phases": ["before"], "asks": [], "implicates": ["form"]},
    {"code": "S-NOREASON", "group": "system", "label": "None of these fit", "hint": "Say in your words what was wrong", "phases": ["before", "after"], "asks": ["comment"], "implicates": []}
];

/* Groups in the order in which a rep sees them; the labels are ours. */
export const GROUPS = [
    { name: 'routing', label: 'Routing' },
    { name: 'data', label: 'Data' },
    { name: 'fit', label: 'Fit' },
    { name: 'contact', label: 'Contact' },
    { name: 'need', label: 'Need and timing' },
    { name: 'obstacle', label: 'Obstacle' },
    { name: 'exclusion', label: 'Never contact' }
];

export const NONE_FITS = 'S-NOREASON';

/* Reasons that LeadLoop itself gives; no rep is offered them. */
const OWN = new Set(['S-EXPIRED']);

const BY_CODE = new Map(REASONS.map((reason) => [reason.code, reason]));

/**
 * What may be chosen now: the org's active values, named as the org names them, with what the catalogue knows of them.
 * A value that the catalogue does not know is the org's own and may be chosen at any time.
 * @param values of the picklist, as the UI API gives them
 * @param phase before or after contact
 */
export function choices(values, phase) {
    return values
        .filter((each) => !OWN.has(each.value))
        .map((each) => {
            const known = BY_CODE.get(each.value);
            return known
                ? { ...known, label: each.label || known.label }
                : { code: each.value, group: 'own', label: each.label, hint: '', phases: [phase], asks: [], implicates: [] };
        })
        .filter((reason) => reason.phases.includes(phase));
}

export function labelOf(code, values = []) {
    const offered = values.find((each) => each.value === code);
    return (offered && offered.label) || (BY_CODE.has(code) ? BY_CODE.get(code).label : code);
}

/* The choices by group; "None of these fit" stands alone at the end. */
export function grouped(reasons) {
    const groups = [...GROUPS, { name: 'own', label: 'Your own' }]
        .map((group) => ({ ...group, reasons: reasons.filter((reason) => reason.group === group.name) }))
        .filter((group) => group.reasons.length > 0);
    return groups;
}
