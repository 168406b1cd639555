import { Adapter, ask, nameOf } from '../../org.js';

const names = (fields = []) => fields.map(nameOf).map(encodeURIComponent).join(',');

export class getRecord extends Adapter {
    static all = new Set();

    isReady({ recordId, fields, optionalFields }) {
        return recordId && (fields || optionalFields);
    }

    load({ recordId, fields, optionalFields }) {
        return ask(`/ui-api/records/${recordId}?fields=${names(fields)}&optionalFields=${names(optionalFields)}`);
    }
}

export class getRecords extends Adapter {
    static all = new Set();

    isReady({ records }) {
        return records && records.length > 0;
    }

    load({ records: [{ recordIds, fields, optionalFields }] }) {
        return ask(
            `/ui-api/records/batch/${recordIds.join(',')}?fields=${names(fields)}&optionalFields=${names(optionalFields)}`
        );
    }
}

export async function notifyRecordUpdateAvailable(items) {
    const ids = new Set(items.map((item) => item.recordId));
    await Promise.all([...getRecord.all].filter((each) => ids.has(each.config?.recordId)).map((each) => each.refresh()));
}

export async function updateRecord({ fields }, options = {}) {
    const { Id, ...rest } = fields;
    const headers = options.ifUnmodifiedSince ? { 'If-Unmodified-Since': options.ifUnmodifiedSince } : {};
    const record = await ask(`/ui-api/records/${Id}`, { method: 'PATCH', headers, body: JSON.stringify({ fields: rest }) });
    await notifyRecordUpdateAvailable([{ recordId: Id }]);
    return record;
}

export function createRecord(input) {
    return ask('/ui-api/records', { method: 'POST', body: JSON.stringify(input) });
}
