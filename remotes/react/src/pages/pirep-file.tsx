import { messages, PirepFileDocument } from '@jetbridge/schema';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { PirepForm } from '../components/pirep-form.tsx';
import { useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';

export function PirepFile({ code }: { code: string }) {
  const membership = useMembership(code);
  const { data } = usePageQuery(PirepFileDocument, { code });
  useLive(data?.airline);
  return (
    <Page title={messages.pirepFile.title} width="form">
      {membership ? <PirepForm code={code} airlineId={membership.airline.id} /> : <Empty text={messages.airlineHome.notMember} />}
    </Page>
  );
}
