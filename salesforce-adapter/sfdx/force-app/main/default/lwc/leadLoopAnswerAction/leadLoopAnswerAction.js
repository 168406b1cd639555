import { LightningElement, api } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

export default class LeadLoopAnswerAction extends LightningElement {
    /* The host may set it after the component is there. */
    @api recordId;
    @api objectApiName;

    handleAnswered(event) {
        this.dispatchEvent(
            new ShowToastEvent({
                title: event.detail.said,
                message: 'Within 15 minutes you can change it on the record.',
                variant: 'success'
            })
        );
        this.handleClose();
    }

    handleClose() {
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
