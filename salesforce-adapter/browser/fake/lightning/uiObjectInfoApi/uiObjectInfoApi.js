import { Adapter, ask } from '../../org.js';

export class getObjectInfo extends Adapter {
    static all = new Set();

    isReady({ objectApiName }) {
        return objectApiName;
    }

    load({ objectApiName }) {
        return ask(`/ui-api/object-info/${objectApiName}`);
    }
}

export class getPicklistValues extends Adapter {
    static all = new Set();

    isReady({ recordTypeId, fieldApiName }) {
        return recordTypeId && fieldApiName;
    }

    load({ recordTypeId, fieldApiName: { objectApiName, fieldApiName } }) {
        return ask(`/ui-api/object-info/${objectApiName}/picklist-values/${recordTypeId}/${fieldApiName}`);
    }
}
