/* HTML in place of HubSpot's components, so that the card can be looked at without an account. Not how HubSpot draws them. */
import { type ReactNode, Children } from 'react';

interface Any {
  children?: ReactNode;
  [name: string]: unknown;
}

const call = (handler: unknown, ...given: unknown[]) => (handler as ((...all: unknown[]) => void) | undefined)?.(...given);

export const Flex = ({ direction = 'row', gap = 'flush', children }: Any) => (
  <div className={`flex ${String(direction)} gap-${String(gap)}`}>{children}</div>
);
export const Heading = ({ children }: Any) => <h3>{children}</h3>;
export const Text = ({ children, variant, inline, format }: Any) => {
  const how = (format ?? {}) as { fontWeight?: string; italic?: boolean };
  const name = `${String(variant ?? '')} ${how.fontWeight ?? ''} ${how.italic ? 'italic' : ''}`;
  return inline ? <span className={name}>{children}</span> : <div className={`text ${name}`}>{children}</div>;
};
export const Tag = ({ children, variant }: Any) => <span className={`tag ${String(variant)}`}>{children}</span>;
export const Divider = () => <hr />;
export const LoadingSpinner = ({ label }: Any) => <div role="status">{String(label)}</div>;
export const Alert = ({ title, variant, children }: Any) => (
  <div role="alert" className={`alert ${String(variant)}`}>
    <strong>{String(title)}</strong>
    <div>{children}</div>
  </div>
);
export const Button = ({ children, onClick, disabled, variant = 'secondary', size = 'md' }: Any) => (
  <button type="button" className={`${String(variant)} ${String(size)}`} disabled={Boolean(disabled)} onClick={() => call(onClick)}>
    {children}
  </button>
);
export const ButtonRow = ({ children }: Any) => <div className="buttons">{children}</div>;
export const List = ({ children }: Any) => <ul>{Children.map(children, (each) => <li>{each}</li>)}</ul>;
export const DescriptionList = ({ children }: Any) => <dl>{children}</dl>;
export const DescriptionListItem = ({ label, children }: Any) => (
  <>
    <dt>{String(label)}</dt>
    <dd>{children}</dd>
  </>
);
export const TextArea = ({ label, name, value, maxLength, onInput, validationMessage }: Any) => (
  <label>
    {String(label)}
    <textarea
      name={String(name)}
      value={String(value ?? '')}
      maxLength={Number(maxLength)}
      onChange={(event) => call(onInput, event.target.value)}
    />
    {Boolean(validationMessage) && <span className="wrong">{String(validationMessage)}</span>}
  </label>
);
export const DateInput = ({ label, name, onChange, validationMessage }: Any) => (
  <label>
    {String(label)}
    <input
      type="date"
      name={String(name)}
      onChange={(event) => {
        const [year, month, date] = event.target.value.split('-').map(Number);
        call(onChange, { year, month: (month ?? 1) - 1, date });
      }}
    />
    {Boolean(validationMessage) && <span className="wrong">{String(validationMessage)}</span>}
  </label>
);

interface Asked {
  method?: string;
}

interface Stage {
  card: unknown;
  answer: unknown;
}

export const hubspot = {
  fetch: async (_: string, options: Asked = {}) => {
    const { card, answer } = (window as unknown as { stage: Stage }).stage;
    const told = options.method === 'POST' ? answer : card;
    return new Response(JSON.stringify(told ?? {}), { status: told === undefined ? 502 : 200 });
  },
};
