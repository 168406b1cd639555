import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import Panel from 'c/leadLoopPanel';
import Action from 'c/leadLoopAnswerAction';
import RejectSelected from 'c/leadLoopRejectSelected';

const KINDS = {
    panel: ['c-lead-loop-panel', Panel],
    action: ['c-lead-loop-answer-action', Action],
    selected: ['c-lead-loop-reject-selected', RejectSelected]
};

/** Puts a component onto the page, as a record page, an action or a flow screen would. */
window.show = (kind, properties) => {
    const [tag, type] = KINDS[kind];
    const element = Object.assign(createElement(tag, { is: type }), properties);
    document.getElementById('host').replaceChildren(element);
};
window.toasts = [];
window.addEventListener('lightning__showtoast', (event) => window.toasts.push(event.detail));
window.addEventListener('leadloop_closed', () => {
    window.isClosed = true;
});
window.isReady = true;
