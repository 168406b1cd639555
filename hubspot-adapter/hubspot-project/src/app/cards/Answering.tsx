import { Button, ButtonRow } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { AskMore } from './AskMore.tsx';
import type { Phase, Reason, Suggestion } from './data.ts';
import { Reasons } from './Reasons.tsx';

export interface Rejection {
  reason: string;
  comment: string;
  revisitOn: string;
}

interface Props {
  phase: Phase;
  reasons: Reason[];
  suggested: Suggestion[];
  canAccept: boolean;
  isChanging: boolean;
  busy: boolean;
  now: number;
  onAccept: () => void;
  onReject: (said: Rejection) => void;
  onLeave: () => void;
}

/** Accept is one press, reject two, and three for a reason that asks for more. */
export function Answering({ phase, reasons, suggested, canAccept, isChanging, busy, now, onAccept, onReject, onLeave }: Props) {
  const [step, setStep] = useState<'idle' | 'choosing' | Reason>('idle');
  if (step === 'idle') {
    return (
      <ButtonRow disableDropdown>
        {canAccept && (
          <Button variant="primary" disabled={busy} onClick={onAccept}>
            Accept
          </Button>
        )}
        <Button disabled={busy} onClick={() => setStep('choosing')}>
          {phase === 'AFTER' ? 'Disqualify' : 'Reject'}
        </Button>
        {isChanging && (
          <Button disabled={busy} onClick={onLeave}>
            Cancel
          </Button>
        )}
      </ButtonRow>
    );
  }
  if (step === 'choosing') {
    return (
      <Reasons
        phase={phase}
        reasons={reasons}
        suggested={suggested}
        busy={busy}
        onChoose={(reason) =>
          reason.asks.length > 0 ? setStep(reason) : onReject({ reason: reason.code, comment: '', revisitOn: '' })
        }
        onLeave={() => {
          setStep('idle');
          onLeave();
        }}
      />
    );
  }
  return (
    <AskMore
      reason={step}
      now={now}
      busy={busy}
      onAnswer={(said) => onReject({ reason: step.code, ...said })}
      onBack={() => setStep('choosing')}
    />
  );
}
