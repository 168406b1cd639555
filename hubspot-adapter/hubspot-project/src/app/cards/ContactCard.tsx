import { hubspot } from '@hubspot/ui-extensions';
import { OnContact } from './records.tsx';

hubspot.extend<'crm.record.sidebar'>(() => <OnContact />);
