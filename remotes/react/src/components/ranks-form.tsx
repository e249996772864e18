import {
  type AirlineSettingsFieldsFragment,
  checkRanksDraft,
  focusRow,
  limits,
  rankFacts,
  ranksDraft,
  SetRanksDocument,
  settingsMessages,
  sortedRanks,
  withoutRank,
  withRank,
  withRankEdited,
} from '@jetbridge/schema';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useMutation } from 'urql';
import { useChangeForm } from '../use-change-form.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { Empty } from './empty.tsx';
import { Icon } from './icon.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { RankCell } from './rank-cell.tsx';
import { SubmitButton } from './submit-button.tsx';

const text = settingsMessages.ranks;

export function RanksForm({ airline }: { airline: AirlineSettingsFieldsFragment }) {
  const [, setRanks] = useMutation(SetRanksDocument);
  const form = useChangeForm({
    current: ranksDraft(airline.ranks),
    facts: rankFacts,
    check: checkRanksDraft,
    send: ({ ranks = [] }) => setRanks({ input: { airlineId: airline.id, ranks } }),
    tidy: (draft) => ranksDraft(rankFacts(draft).ranks),
  });
  const { ranks } = form.values;
  const table = useRef<HTMLDivElement>(null);
  const problem = form.problemAt('ranks');

  function add() {
    flushSync(() => form.edit('ranks', withRank({ ranks }))); // the row is there to take the focus
    focusRow(table.current, ranks.length);
  }

  function remove(key: number, place: number) {
    flushSync(() => form.edit('ranks', withoutRank({ ranks }, key)));
    focusRow(table.current, Math.min(place, ranks.length - 2));
  }

  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      {problem && <ProblemBanner message={problem} />}
      <ConflictNotice fields={form.conflicts.map((name) => text[name])} onTakeTheirs={form.takeTheirs} />
      <div className="stack" ref={table}>
        {ranks.length === 0 && <Empty text={text.none} />}
        {ranks.length > 0 && (
          <div className="table-scroll">
            <table className="table table-edit">
              <caption className="visually-hidden">{text.caption}</caption>
              <thead>
                <tr>
                  <th scope="col" className="grow">
                    {text.name}
                  </th>
                  <th scope="col">{text.hours}</th>
                  <th scope="col">
                    <span className="visually-hidden">{text.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {ranks.map(({ key, name, hours }, place) => (
                  <tr key={key}>
                    <td>
                      <RankCell
                        label={text.nameOf(place + 1)}
                        name={`ranks.${place}.name`}
                        value={name}
                        problem={form.problemAt(`ranks.${place}.name`)}
                        maxLength={limits.rankNameLength}
                        onChange={(typed) => form.edit('ranks', withRankEdited({ ranks }, key, { name: typed }))}
                      />
                    </td>
                    <td>
                      <RankCell
                        label={text.hoursOf(place + 1)}
                        name={`ranks.${place}.minimumHours`}
                        value={hours}
                        problem={form.problemAt(`ranks.${place}.minimumHours`)}
                        maxLength={6}
                        numeric
                        onChange={(typed) => form.edit('ranks', withRankEdited({ ranks }, key, { hours: typed }))}
                      />
                    </td>
                    <td className="col-actions">
                      <button
                        className="btn"
                        data-kind="quiet"
                        type="button"
                        aria-label={text.removeOf(name, place + 1)}
                        onClick={() => remove(key, place)}
                      >
                        <Icon name="cross" />
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      <div className="form-foot">
        <button className="btn" type="button" onClick={add}>
          <Icon name="plus" />
          {text.add}
        </button>
        <button className="btn" type="button" onClick={() => form.edit('ranks', sortedRanks({ ranks }))}>
          {text.sort}
        </button>
        <SubmitButton text={settingsMessages.save} sending={form.sending} />
      </div>
    </form>
  );
}
