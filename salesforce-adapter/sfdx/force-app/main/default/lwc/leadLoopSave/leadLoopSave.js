import { updateRecord } from 'lightning/uiRecordApi';
import { executeMutation, gql } from 'lightning/graphql';
import { onRecord, onRow } from 'c/leadLoopRecord';

const ON_LEAD = gql`
    mutation leadLoopAnswerLead($record: LeadUpdateInput!, $row: LeadLoop_Handoff__cUpdateInput!) {
        uiapi(input: { allOrNone: true }) {
            LeadUpdate(input: $record) {
                Record {
                    Id
                }
            }
            LeadLoop_Handoff__cUpdate(input: $row) {
                Record {
                    Id
                }
            }
        }
    }
`;
const ON_CONTACT = gql`
    mutation leadLoopAnswerContact($record: ContactUpdateInput!, $row: LeadLoop_Handoff__cUpdateInput!) {
        uiapi(input: { allOrNone: true }) {
            ContactUpdate(input: $record) {
                Record {
                    Id
                }
            }
            LeadLoop_Handoff__cUpdate(input: $row) {
                Record {
                    Id
                }
            }
        }
    }
`;

/**
 * Writes an answer in one transaction: on the record, and in its hand-off row if that is known. Without a row the record
 * alone is written; LeadLoop brings the answer into the row.
 * @param lastModified of the record as it was shown; a record that was changed since is not written
 * @throws what the org said; a list of errors if a mutation failed
 */
export async function save({ recordId, objectApiName, row, answer, hidden, lastModified }) {
    const fields = onRecord(answer, objectApiName, hidden);
    const inRow = onRow(answer);
    if (!row || Object.keys(inRow).length === 0) {
        const options = lastModified ? { ifUnmodifiedSince: lastModified } : undefined;
        await updateRecord({ fields: { Id: recordId, ...fields } }, options);
        return;
    }
    const result = await executeMutation({
        query: objectApiName === 'Contact' ? ON_CONTACT : ON_LEAD,
        variables: {
            record: { Id: recordId, [objectApiName]: fields },
            row: { Id: row.id, LeadLoop_Handoff__c: inRow }
        }
    });
    if (result && result.errors && result.errors.length > 0) {
        throw result.errors;
    }
}
