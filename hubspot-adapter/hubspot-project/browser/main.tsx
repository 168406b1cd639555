import { createRoot } from 'react-dom/client';
import { LeadLoopCard } from '../src/app/cards/LeadLoopCard.tsx';

const place = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

createRoot(document.getElementById('card') as HTMLElement).render(
  <LeadLoopCard contact="40000000001" place={place} onAnswered={() => undefined} />,
);
