/* The simulators' control API: what other people do, and what came of it. */
const SALESFORCE = process.env.LEADLOOP_SALESFORCE;
const HUBSPOT = process.env.LEADLOOP_HUBSPOT;

async function call(base, path, body) {
    const answer = await fetch(`${base}/__sim/${path}`, {
        method: body ? 'POST' : 'GET',
        body: body ? JSON.stringify(body) : undefined
    });
    const text = await answer.text();
    if (!answer.ok) {
        throw new Error(`${path}: ${answer.status} ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
}

export const url = SALESFORCE;
export const records = async (type) => (await call(SALESFORCE, `records/${type}`)).records;
export const journal = async (type) => (await call(SALESFORCE, `journal?since=0&type=${type}`)).entries;
export const edit = (type, fields, id, actor = 'LeadLoop') => call(SALESFORCE, `records/${type}`, { actor, id, fields });
export const act = (name, args = {}, actor = 'Marco Ruiz') => call(SALESFORCE, `actions/${name}`, { actor, arguments: args });
export const now = async () => Date.parse((await call(SALESFORCE, 'clock')).now);
export const submitted = (id, fields, actor = 'form:Demo') => call(HUBSPOT, 'records/contact', { actor, id, fields });
export const contacts = async () => (await call(HUBSPOT, 'records/contact')).records;
export const reset = () => call(SALESFORCE, 'reset', {});
export const session = async () => (await act('session')).token;

export async function one(type, id) {
    return (await records(type)).find((record) => record.Id === id);
}

const EVIDENCE = [
    '60 points for who they are, 20 for what they did',
    'Company size (size): no, 40 employees',
    'Buying role (role): yes, decides (30 points)',
    'Pricing and documentation (pages): no, none within 30 days',
    'Downloads (ebook): yes, 1 content download, the latest 3 days ago (20 points)',
    'Asked to be contacted (raise): no, none within 14 days'
].join('\n');

function touches(count, at) {
    const kinds = ['E-book: Pipeline basics', 'Webinar: Hand-offs that hold', 'Pricing page: Plans', 'Docs page: Setup'];
    return Array.from({ length: count }, (_, index) => {
        const day = new Date(at - index * 86400000).toUTCString().slice(5, 16).replace(/^0/, '');
        return `${day}  ${kinds[index % kinds.length]}${index < kinds.length ? '' : ` ${index}`}`;
    }).join('\n');
}

let made = 0;

const PEOPLE = {
    Lead: { link: 'LeadLoop_Lead__c', fields: { Company: 'Northwind', Status: 'Open - Not Contacted' } },
    Contact: { link: 'LeadLoop_Contact__c', fields: { LeadLoop_Status__c: 'handed_off' } }
};

/** A lead or contact as LeadLoop hands it over, with a row for each cycle. */
export async function handedOff({
    type = 'Lead',
    fields = {},
    cycle = 1,
    entries = 3,
    answerIn = 5.2,
    state = 'handed_off'
} = {}) {
    const at = await now();
    made += 1;
    const common = {
        LeadLoop_Cycle__c: String(cycle),
        LeadLoop_Definition__c: 'mql v7',
        LeadLoop_Handed_Off_At__c: new Date(at - 3600000).toISOString(),
        LeadLoop_Answer_By__c: new Date(at + answerIn * 3600000).toISOString(),
        LeadLoop_Evidence__c: EVIDENCE
    };
    const person = await edit(type, {
        LastName: `Whitfield ${made}`,
        ...PEOPLE[type].fields,
        LeadLoop_Key__c: `made-${made}`,
        LeadLoop_Timeline__c: touches(entries, at),
        ...common,
        ...fields
    });
    const rows = [];
    for (let each = 1; each <= cycle; each++) {
        const last = each === cycle;
        const row = await edit('LeadLoop_Handoff__c', {
            ...common,
            LeadLoop_Key__c: `made-${made}-${each}`,
            [PEOPLE[type].link]: person.Id,
            LeadLoop_Cycle__c: String(each),
            LeadLoop_State__c: last ? state : 'nurture',
            ...(last
                ? {}
                : {
                      LeadLoop_Reason__c: 'F-ENGAGE',
                      LeadLoop_Comment__c: 'one e-book, six weeks ago',
                      LeadLoop_Answered_By__c: 'Marco Ruiz',
                      LeadLoop_Answered_At__c: new Date(at - (cycle - each) * 40 * 86400000).toISOString()
                  })
        });
        rows.push(row.Id);
    }
    return { id: person.Id, row: rows.at(-1) };
}
