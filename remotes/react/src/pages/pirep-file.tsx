import { messages } from '@jetbridge/schema';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { PirepForm } from '../components/pirep-form.tsx';
import { useMembership } from '../use-context.ts';

export function PirepFile({ code }: { code: string }) {
  const membership = useMembership(code);
  return (
    <Page title={messages.pirepFile.title} width="form">
      {membership ? <PirepForm code={code} airlineId={membership.airline.id} /> : <Empty text={messages.airlineHome.notMember} />}
    </Page>
  );
}
