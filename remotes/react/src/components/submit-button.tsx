/** Stays focusable while sending; the form itself refuses a second press. */
export function SubmitButton({
  text,
  sending,
  kind = 'primary',
}: {
  text: string;
  sending: boolean;
  kind?: 'primary' | 'danger' | undefined;
}) {
  return (
    <button className="btn" data-kind={kind} type="submit" aria-disabled={sending} aria-busy={sending}>
      {text}
    </button>
  );
}
