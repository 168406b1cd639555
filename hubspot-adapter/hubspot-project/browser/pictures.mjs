/* The card's sources in Chromium, drawn with stand-ins: takes a picture of each state at two widths. */
import { mkdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const WIDTHS = [320, 560];
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };
const out = resolve('dist/browser');
const shots = process.env.LEADLOOP_SHOTS ?? resolve('dist/pictures');
const stand = resolve('browser/stand-ins.tsx');

await build({
  configFile: false,
  root: resolve('browser'),
  logLevel: 'error',
  base: './',
  esbuild: { jsx: 'automatic' },
  resolve: { alias: [{ find: /^@hubspot\/ui-extensions$/, replacement: stand }] },
  build: { outDir: out, emptyOutDir: true },
});
mkdirSync(shots, { recursive: true });
const { PENDING, REJECTED, ACCEPTED } = JSON.parse(readFileSync('browser/states.json', 'utf8'));
const second = {
  ...PENDING,
  cycle: 2,
  answerBy: '2026-03-02T08:00:00Z',
  earlier: [{ cycle: 1, outcome: 'rejected', label: 'Too little activity', comment: 'one e-book, six weeks ago', by: 'Marco Ruiz', at: '2026-01-20T10:00:00Z' }],
};
const press = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click();
const states = [
  { name: 'pending', card: PENDING },
  { name: 'rejecting', card: PENDING, steps: [press('Reject')] },
  { name: 'more-reasons', card: PENDING, steps: [press('Reject'), press('More reasons')] },
  { name: 'in-your-words', card: PENDING, steps: [press('Reject'), press('More reasons'), press('None of these fit'), press('Save')] },
  { name: 'asking-a-day', card: ACCEPTED, steps: [press('Disqualify'), press('Right, but later (date)')] },
  { name: 'answered', card: PENDING, answer: { ok: true, receipt: 'r', card: { ...REJECTED, written: 'waiting' } }, steps: [press('Reject'), press('Company too small or too big')] },
  { name: 'undone', card: REJECTED, answer: { ok: true, receipt: 'r', card: PENDING }, steps: [press('Undo')] },
  { name: 'voted', card: PENDING, answer: { ok: true, receipt: 'r', card: { ...PENDING, content: REJECTED.content } }, steps: [press('Helped')] },
  { name: 'overdue-second-cycle', card: second },
  { name: 'not-saved', card: PENDING, steps: [press('Accept')] },
  { name: 'unreachable', card: undefined },
  { name: 'none', card: { standing: 'none' } },
];

const browser = await chromium.launch({
  executablePath: process.env.LEADLOOP_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const complaints = [];
for (const width of WIDTHS) {
  for (const state of states) {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => complaints.push(`${state.name}: ${error}`));
    await page.addInitScript((stage) => {
      window.stage = stage;
    }, { card: state.card, answer: state.answer });
    await page.route('**/*', (route) => {
      const asked = new URL(route.request().url()).pathname;
      const file = join(out, asked === '/' ? 'index.html' : asked);
      return asked.startsWith('/favicon')
        ? route.fulfill({ status: 204 })
        : route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
    });
    await page.goto('http://card.example/');
    await page.waitForFunction(() => !document.body.innerText.includes('Loading'));
    for (const step of state.steps ?? []) {
      await step(page);
    }
    await page.waitForTimeout(50);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) {
      complaints.push(`${state.name} at ${width}: ${wide} wide`);
    }
    await page.screenshot({ path: join(shots, `${state.name}-${width}.png`), fullPage: true });
    await page.close();
  }
}
await browser.close();
complaints.forEach((each) => console.error(each));
process.exit(complaints.length > 0 ? 1 : 0);
