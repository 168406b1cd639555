export class CloseActionScreenEvent extends CustomEvent {
    constructor() {
        super('leadloop_closed', { bubbles: true, composed: true });
    }
}
