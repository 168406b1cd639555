import { createElement } from 'lwc';
import LeadLoopAnswerAction from 'c/leadLoopAnswerAction';
import { LEAD_ID, settled } from '../../../../../../test/support/org';

function shown() {
    const element = createElement('c-lead-loop-answer-action', { is: LeadLoopAnswerAction });
    element.objectApiName = 'Lead';
    document.body.appendChild(element);
    return element;
}

describe('the quick action', () => {
    afterEach(() => document.body.replaceChildren());

    it('waits for the id that its host sets late', async () => {
        const element = shown();
        expect(element.shadowRoot.querySelector('c-lead-loop-panel')).toBeNull();

        element.recordId = LEAD_ID;
        await settled();

        expect(element.shadowRoot.querySelector('c-lead-loop-panel').compact).toBe(true);
    });

    it('says what was saved and closes', async () => {
        const element = shown();
        const heard = [];
        ['lightning__showtoast', 'lightning__actionsclosescreen'].forEach((name) =>
            element.addEventListener(name, () => heard.push(name))
        );
        element.recordId = LEAD_ID;
        await settled();
        element.shadowRoot
            .querySelector('c-lead-loop-panel')
            .dispatchEvent(new CustomEvent('answered', { detail: { said: 'Accepted' } }));

        expect(heard).toEqual(['lightning__showtoast', 'lightning__actionsclosescreen']);
    });
});
