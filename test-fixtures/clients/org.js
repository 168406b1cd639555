// A jsforce connection to the simulated org, and what an error says.
import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsforce from 'jsforce';
import { keyFile, salesforce } from './vendors.js';

const CLIENT = { clientId: 'sim-client', clientSecret: 'sim-secret', loginUrl: salesforce };

export function connection(oauth2 = CLIENT) {
    return new jsforce.Connection({
        loginUrl: salesforce,
        oauth2,
        version: '65.0',
        refreshFn: async (org, done) => {
            try {
                await org.authorize({ grant_type: 'client_credentials' });
                done(null, org.accessToken);
            } catch (refused) {
                done(refused);
            }
        },
    });
}

export async function login() {
    const org = connection();
    await org.authorize({ grant_type: 'client_credentials' });
    return org;
}

/** A signed assertion; good for two minutes from then on. */
export function assertion(now, audience = salesforce) {
    const claims = {
        iss: CLIENT.clientId,
        sub: 'integration@leadloop.example',
        aud: audience,
        exp: Math.floor(now.getTime() / 1000) + 120,
    };
    const signed = [{ alg: 'RS256' }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(readFileSync(keyFile), 'base64url')}`;
}

/** The code of the error that a call ends with. */
export async function codeOf(call) {
    try {
        await call;
    } catch (error) {
        return error.errorCode ?? error.name;
    }
    throw new Error('the call was not refused');
}
