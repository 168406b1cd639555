import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';

const here = path.dirname(fileURLToPath(import.meta.url));
const home = process.env.LEADLOOP_SFDX || path.join(here, '../sfdx/force-app/main/default');

/* The resolver wants namespace/name; the project has lwc/name. The sources are copied as they are. */
fs.rmSync(path.join(here, 'modules'), { recursive: true, force: true });
fs.cpSync(path.join(home, 'lwc'), path.join(here, 'modules/c'), {
    recursive: true,
    filter: (file) => !file.includes('__tests__')
});

const labels = fs.readFileSync(path.join(home, 'labels/CustomLabels.labels-meta.xml'), 'utf8');

function label(name) {
    const found = new RegExp(`<fullName>${name}</fullName>[\\s\\S]*?<value>([^<]*)</value>`).exec(labels);
    if (!found) {
        throw new Error(`no label ${name}`);
    }
    return found[1];
}

/* What the platform makes of imports by name: fields, labels, the user's language and zone. */
const scoped = {
    name: 'scoped',
    resolveId: (id) => (/^@salesforce\/(schema\/|label\/c\.|i18n\/(locale|timeZone)$)/.test(id) ? `\0${id}` : null),
    load(id) {
        const [, kind, rest] = /^\0@salesforce\/(schema|label|i18n)\/(.*)$/.exec(id) || [];
        if (kind === 'schema') {
            const [objectApiName, fieldApiName] = rest.split('.');
            return `export default ${JSON.stringify({ objectApiName, fieldApiName })};`;
        }
        if (kind === 'label') {
            return `export default ${JSON.stringify(label(rest.replace(/^c\./, '')))};`;
        }
        return kind ? `export default ${JSON.stringify({ locale: 'en-GB', timeZone: 'Europe/Berlin' }[rest])};` : null;
    }
};

export default {
    input: 'src/main.js',
    output: { dir: 'dist', format: 'es', inlineDynamicImports: true },
    onwarn(warning, print) {
        if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.pluginCode !== 'LWC1137') {
            print(warning);
        }
    },
    plugins: [
        replace({
            'process.env.NODE_ENV': JSON.stringify('production'),
            'import.meta.env.SSR': 'false',
            preventAssignment: true
        }),
        scoped,
        lwc({
            rootDir: here,
            apiVersion: 66,
            exclude: ['\0@salesforce/**'],
            modules: [
                /* all gates of the public package are open; this one needs native shadow */
                {
                    name: '@salesforce/gate/bc.260.enableComboboxElementInternals',
                    path: path.join(here, 'fake/closedGate.js')
                },
                { dir: path.join(here, 'fake') },
                { dir: path.join(here, 'modules') },
                { npm: 'lightning-base-components' }
            ]
        })
    ]
};
