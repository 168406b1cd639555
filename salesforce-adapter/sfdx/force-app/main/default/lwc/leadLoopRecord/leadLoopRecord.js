import LEAD_STATUS from '@salesforce/schema/Lead.Status';
import LEAD_CONVERTED from '@salesforce/schema/Lead.IsConverted';
import LEAD_KEY from '@salesforce/schema/Lead.LeadLoop_Key__c';
import LEAD_CYCLE from '@salesforce/schema/Lead.LeadLoop_Cycle__c';
import LEAD_DEFINITION from '@salesforce/schema/Lead.LeadLoop_Definition__c';
import LEAD_EVIDENCE from '@salesforce/schema/Lead.LeadLoop_Evidence__c';
import LEAD_TIMELINE from '@salesforce/schema/Lead.LeadLoop_Timeline__c';
import LEAD_HANDED_OFF_AT from '@salesforce/schema/Lead.LeadLoop_Handed_Off_At__c';
import LEAD_ANSWER_BY from '@salesforce/schema/Lead.LeadLoop_Answer_By__c';
import LEAD_REASON from '@salesforce/schema/Lead.LeadLoop_Reason__c';
import LEAD_COMMENT from '@salesforce/schema/Lead.LeadLoop_Comment__c';
import LEAD_REVISIT_ON from '@salesforce/schema/Lead.LeadLoop_Revisit_On__c';
import LEAD_RECEIPT from '@salesforce/schema/Lead.LeadLoop_Receipt__c';
import CONTACT_KEY from '@salesforce/schema/Contact.LeadLoop_Key__c';
import CONTACT_STATUS from '@salesforce/schema/Contact.LeadLoop_Status__c';
import CONTACT_CYCLE from '@salesforce/schema/Contact.LeadLoop_Cycle__c';
import CONTACT_DEFINITION from '@salesforce/schema/Contact.LeadLoop_Definition__c';
import CONTACT_EVIDENCE from '@salesforce/schema/Contact.LeadLoop_Evidence__c';
import CONTACT_TIMELINE from '@salesforce/schema/Contact.LeadLoop_Timeline__c';
import CONTACT_HANDED_OFF_AT from '@salesforce/schema/Contact.LeadLoop_Handed_Off_At__c';
import CONTACT_ANSWER_BY from '@salesforce/schema/Contact.LeadLoop_Answer_By__c';
import CONTACT_REASON from '@salesforce/schema/Contact.LeadLoop_Reason__c';
import CONTACT_COMMENT from '@salesforce/schema/Contact.LeadLoop_Comment__c';
import CONTACT_REVISIT_ON from '@salesforce/schema/Contact.LeadLoop_Revisit_On__c';
import CONTACT_RECEIPT from '@salesforce/schema/Contact.LeadLoop_Receipt__c';
import ACCEPT_STATUS from '@salesforce/label/c.LeadLoop_Accept_Status';
import { reasonOf, valueOf as wordOf } from 'c/leadLoopAdopted';

/* On purpose imported by name: an org does not let a field go that a component names. */
const LEAD = {
    status: LEAD_STATUS,
    converted: LEAD_CONVERTED,
    key: LEAD_KEY,
    cycle: LEAD_CYCLE,
    definition: LEAD_DEFINITION,
    evidence: LEAD_EVIDENCE,
    timeline: LEAD_TIMELINE,
    handedOffAt: LEAD_HANDED_OFF_AT,
    answerBy: LEAD_ANSWER_BY,
    reason: LEAD_REASON,
    comment: LEAD_COMMENT,
    revisitOn: LEAD_REVISIT_ON,
    receipt: LEAD_RECEIPT
};
const CONTACT = {
    key: CONTACT_KEY,
    status: CONTACT_STATUS,
    cycle: CONTACT_CYCLE,
    definition: CONTACT_DEFINITION,
    evidence: CONTACT_EVIDENCE,
    timeline: CONTACT_TIMELINE,
    handedOffAt: CONTACT_HANDED_OFF_AT,
    answerBy: CONTACT_ANSWER_BY,
    reason: CONTACT_REASON,
    comment: CONTACT_COMMENT,
    revisitOn: CONTACT_REVISIT_ON,
    receipt: CONTACT_RECEIPT
};
const MASTER_RECORD_TYPE = '012000000000000AAA';
const ANSWERS = ['reason', 'comment', 'revisitOn'];
const WORKED = ['accepted', 'working'];
const WITH_SALES = ['sales_qualified', 'opportunity', 'won', 'lost'];

export function fieldsOf(objectApiName) {
    return objectApiName === 'Contact' ? CONTACT : LEAD;
}

export function recordTypeOf(record) {
    return record.recordTypeId || MASTER_RECORD_TYPE;
}

/**
 * The record in our words. A field that the rep may not see, or that is not installed, is undefined and listed as hidden;
 * an empty one is an empty text.
 */
export function read(record, objectApiName) {
    const view = { hidden: [] };
    Object.entries(fieldsOf(objectApiName)).forEach(([name, field]) => {
        const found = record.fields ? record.fields[field.fieldApiName] : undefined;
        if (found === undefined) {
            view.hidden.push(name);
        } else {
            view[name] = found.value === null || found.value === undefined ? '' : found.value;
        }
    });
    if (view.reason) {
        view.reason = reasonOf(objectApiName, view.reason);
    }
    return view;
}

/** The hand-off rows of a GraphQL answer in our words, the latest cycle first; none if there is nothing to read. */
export function rows(data) {
    try {
        return data.uiapi.query.LeadLoop_Handoff__c.edges.map(({ node }) => ({
            id: node.Id,
            cycle: Number(valueOf(node.LeadLoop_Cycle__c)) || 0,
            state: valueOf(node.LeadLoop_State__c),
            definition: valueOf(node.LeadLoop_Definition__c),
            handedOffAt: valueOf(node.LeadLoop_Handed_Off_At__c),
            answeredAt: valueOf(node.LeadLoop_Answered_At__c),
            answeredBy: valueOf(node.LeadLoop_Answered_By__c),
            reason: valueOf(node.LeadLoop_Reason__c),
            comment: valueOf(node.LeadLoop_Comment__c)
        }));
    } catch {
        return [];
    }
}

function valueOf(field) {
    return field && field.value !== null && field.value !== undefined ? field.value : '';
}

/**
 * Where the hand-off stands: none, pending, accepted, answered (a no), expired, sales (converted, in a deal).
 * What the rep has just written on the record counts before what LeadLoop has written into the row.
 */
export function standing(view, row, objectApiName) {
    if (!view.handedOffAt && !view.cycle) {
        return 'none';
    }
    const state = row ? row.state : '';
    if (view.converted === true || WITH_SALES.includes(state)) {
        return 'sales';
    }
    if (state === 'expired') {
        return 'expired';
    }
    const taken =
        objectApiName === 'Contact' ? WORKED.includes(view.status) : view.status === ACCEPT_STATUS;
    /* The receipt of a no stays until LeadLoop has read that it was taken back. */
    if (view.reason || (view.receipt && !taken)) {
        return 'answered';
    }
    if (taken || WORKED.includes(state)) {
        return 'accepted';
    }
    return state === '' || state === 'handed_off' || state === 'qualified' ? 'pending' : 'answered';
}

/** Whether LeadLoop has written into the row that the lead was accepted. */
export function isWorked(row) {
    return WORKED.includes(row.state);
}

/** What tells two states of an answer apart: if it is another one before a write, somebody else was faster. */
export function print(view) {
    return JSON.stringify(['cycle', 'status', 'reason', 'comment', 'revisitOn', 'receipt'].map((name) => view[name]));
}

/** What acceptance writes; an earlier no is taken away with it. */
export function acceptance(view, objectApiName) {
    const status = objectApiName === 'Contact' ? 'accepted' : ACCEPT_STATUS;
    return view.reason ? { status, reason: '', comment: '', revisitOn: '' } : { status };
}

/** What was there before, so that it can be put back. */
export function before(view, answer) {
    return Object.fromEntries(Object.keys(answer).map((name) => [name, view[name] || '']));
}

/** The answer as fields of the record: empty texts become empty fields; hidden ones are left out. */
export function onRecord(answer, objectApiName, hidden = []) {
    const fields = fieldsOf(objectApiName);
    return Object.fromEntries(
        Object.entries(answer)
            .filter(([name]) => !hidden.includes(name))
            .map(([name, value]) => [name, name === 'reason' ? wordOf(objectApiName, value) : value])
            .map(([name, value]) => [fields[name].fieldApiName, value === '' ? null : value])
    );
}

/** The part of an answer that stands in the hand-off row as well. */
export function onRow(answer) {
    const names = {
        reason: 'LeadLoop_Reason__c',
        comment: 'LeadLoop_Comment__c',
        revisitOn: 'LeadLoop_Revisit_On__c'
    };
    return Object.fromEntries(
        ANSWERS.filter((name) => name in answer).map((name) => [names[name], answer[name] === '' ? null : answer[name]])
    );
}
