import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import * as org from './org.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const slds = path.join(here, 'node_modules/@salesforce-ux/design-system');
const shots = process.env.LEADLOOP_SHOTS || path.join(here, 'shots');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const axe = fs.readFileSync(path.join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');

export const DESKTOP = { width: 1024, height: 900 };
export const PHONE = { width: 360, height: 780 };

fs.mkdirSync(shots, { recursive: true });
const browser = await chromium.launch({
    executablePath: process.env.LEADLOOP_CHROMIUM || '/usr/bin/chromium',
    args: FLAGS
});
export const close = () => browser.close();

/* The page's own files come from this folder; whatever goes to /services goes to the org. */
function serve(route) {
    const asked = new URL(route.request().url()).pathname;
    if (asked.startsWith('/services/')) {
        return route.continue();
    }
    const file = asked.startsWith('/assets/') ? path.join(slds, asked) : path.join(here, asked === '/' ? 'index.html' : asked);
    return fs.existsSync(file) && fs.statSync(file).isFile()
        ? route.fulfill({ body: fs.readFileSync(file), contentType: TYPES[path.extname(file)] || 'application/octet-stream' })
        : route.fulfill({ status: 404, body: '' });
}

/** A page with a component on it, at the org's time. What the page complains about fails the test that asks. */
export async function open(kind, properties, { size = DESKTOP, at } = {}) {
    const context = await browser.newContext({ viewport: size, timezoneId: 'Europe/Berlin' });
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    page.complaints = [];
    page.on('pageerror', (error) => page.complaints.push(String(error)));
    await page.clock.install({ time: at ?? (await org.now()) });
    await page.route('**/*', serve);
    await page.goto(org.url);
    await page.waitForFunction(() => window.isReady);
    const token = await org.session();
    await page.evaluate(
        ([session, what, given]) => {
            window.session = session;
            window.show(what, given);
        },
        [token, kind, properties]
    );
    return page;
}

export const lead = (id, options) => open('panel', { recordId: id, objectApiName: 'Lead' }, options);
export const contact = (id, options) => open('panel', { recordId: id, objectApiName: 'Contact' }, options);

export const button = (page, name) => page.getByRole('button', { name });

export async function shot(page, name) {
    await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
}

/** axe is blind to colours inside synthetic shadow, so the page is looked at as the flat document that it is. */
export async function violations(page) {
    const flat = (await page.content()).replace(/<script[\s\S]*?<\/script>/g, '');
    const second = await page.context().newPage();
    try {
        await second.setViewportSize(page.viewportSize());
        await second.route('**/flat', (route) => route.fulfill({ contentType: 'text/html', body: flat }));
        await second.route('**/assets/**', serve);
        await second.goto(`${org.url}/flat`);
        await second.evaluate(axe);
        const found = await second.evaluate(async () => (await window.axe.run(document)).violations);
        return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    } finally {
        await second.close();
    }
}
