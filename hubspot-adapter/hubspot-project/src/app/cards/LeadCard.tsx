import { hubspot } from '@hubspot/ui-extensions';
import { OnLead } from './records.tsx';

hubspot.extend<'crm.record.sidebar'>(() => <OnLead />);
