import { Alert, LoadingSpinner, Text, useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { LeadLoopCard } from './LeadLoopCard.tsx';
import { NO_CONTACT } from './words.ts';

/** The property of HubSpot's own leads that names their contact. */
export const CONTACT_OF_LEAD = 'hs_primary_contact_id';

function OfContact({ contact }: { contact: string }) {
  const { portal, user } = useExtensionContext<'crm.record.sidebar'>();
  const actions = useExtensionActions<'crm.record.sidebar'>();
  return (
    <LeadLoopCard
      key={contact}
      contact={contact}
      place={{ locale: user.locale, timeZone: portal.timezone }}
      onAnswered={(said) => {
        actions.refreshObjectProperties();
        actions.addAlert({ type: 'success', message: said });
      }}
    />
  );
}

export function OnContact() {
  const { crm } = useExtensionContext<'crm.record.sidebar'>();
  return <OfContact contact={String(crm.objectId)} />;
}

export function OnLead() {
  const { properties, isLoading, error } = useCrmProperties([CONTACT_OF_LEAD]);
  if (isLoading) {
    return <LoadingSpinner label="Loading" showLabel />;
  }
  if (error) {
    return (
      <Alert title="Not shown" variant="warning">
        {error.message}
      </Alert>
    );
  }
  const contact = properties[CONTACT_OF_LEAD] ?? '';
  return /^[1-9][0-9]*$/.test(contact) ? <OfContact contact={contact} /> : <Text>{NO_CONTACT}</Text>;
}
