// A HubSpot client of the simulated portal, and what an error says.
import hubspotClient from '@hubspot/api-client';
import { hubspot } from './vendors.js';

export function client(accessToken = 'pat-sim-hubspot', more = {}) {
    return new hubspotClient.Client({ accessToken, basePath: hubspot, ...more });
}

/** The status and body of the error that a call ends with. */
export async function errorOf(call) {
    try {
        await call;
    } catch (error) {
        return { status: error.code, body: typeof error.body === 'string' ? JSON.parse(error.body) : error.body };
    }
    throw new Error('the call was not refused');
}

export const same = (property, value) => ({ propertyName: property, operator: 'EQ', value });
