/* Records, values and rows as the UI API and GraphQL give them. */
export const LEAD_ID = '00Q570000000001EAA';
export const ROW_ID = 'a00570000000001EAA';
export const NOW = Date.UTC(2026, 2, 3, 8, 0);

const LEAD = {
    Status: 'Open - Not Contacted',
    IsConverted: false,
    LeadLoop_Key__c: 'demo-p1',
    LeadLoop_Cycle__c: 1,
    LeadLoop_Definition__c: 'mql v7',
    LeadLoop_Evidence__c: [
        'asked for a demo',
        'Company size (size): no, 40 employees',
        'Buying role (role): yes, decides (30 points)',
        'ebook: yes, 1 content download, the latest 3 days ago (20.0 points)'
    ].join('\n'),
    LeadLoop_Timeline__c: '1 Mar 2026  Demo request: Talk to us\n28 Feb 2026  E-book: Pipeline basics\n27 Feb 2026  Webinar: Spring',
    LeadLoop_Handed_Off_At__c: '2026-03-02T09:00:00.000Z',
    LeadLoop_Answer_By__c: '2026-03-03T13:12:00.000Z',
    LeadLoop_Reason__c: null,
    LeadLoop_Comment__c: null,
    LeadLoop_Revisit_On__c: null,
    LeadLoop_Receipt__c: null
};

export function lead(changes = {}, hidden = []) {
    const values = { ...LEAD, ...changes };
    hidden.forEach((name) => delete values[name]);
    return {
        apiName: 'Lead',
        id: LEAD_ID,
        lastModifiedDate: '2026-03-02T09:00:00.000Z',
        recordTypeId: null,
        fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }]))
    };
}

export function contact(changes = {}) {
    const values = { ...LEAD, LeadLoop_Status__c: 'handed_off', ...changes };
    delete values.Status;
    delete values.IsConverted;
    return { ...lead(), apiName: 'Contact', fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])) };
}

export function handoffs(...rows) {
    return {
        uiapi: {
            query: {
                LeadLoop_Handoff__c: {
                    edges: rows.map((row) => ({
                        node: {
                            Id: row.id || ROW_ID,
                            LeadLoop_Cycle__c: { value: row.cycle },
                            LeadLoop_State__c: { value: row.state },
                            LeadLoop_Definition__c: { value: 'mql v7' },
                            LeadLoop_Handed_Off_At__c: { value: '2026-03-02T09:00:00.000Z' },
                            LeadLoop_Answered_At__c: { value: row.answeredAt || null },
                            LeadLoop_Answered_By__c: { value: row.answeredBy || null },
                            LeadLoop_Reason__c: { value: row.reason || null },
                            LeadLoop_Comment__c: { value: row.comment || null }
                        }
                    }))
                }
            }
        }
    };
}

export function values(...codes) {
    return { values: codes.map((code) => ({ value: code, label: LABELS[code] || code })) };
}

const LABELS = {
    'F-SIZE': 'Company too small or too big',
    'F-ENGAGE': 'Too little activity',
    'F-ROLE': 'Not a buying role',
    'R-DUP': 'Duplicate',
    'N-TIMING': 'Right, but later (date)',
    'S-NOREASON': 'None of these fit',
    'S-EXPIRED': 'Not answered in time',
    'C-UNREACH': 'Could not reach',
    'O-COMPETITOR': 'Prefers a competitor',
    'X-OWN': 'Our own reason'
};

export async function settled() {
    for (let i = 0; i < 12; i++) {
        await Promise.resolve();
    }
}

/** A query that looks into the components below, as the shadow of each hides its own. */
export function deep(root, selector) {
    const found = [];
    const walk = (node) => {
        if (!node) {
            return;
        }
        found.push(...node.querySelectorAll(selector));
        node.querySelectorAll('*').forEach((child) => walk(child.shadowRoot));
    };
    walk(root.shadowRoot);
    return [...new Set(found)];
}
