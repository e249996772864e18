import {
  type FlightNetwork,
  flightNetworks,
  messages,
  type PirepSort,
  type PirepView,
  pirepMessages,
  pirepSorts,
  pirepsPath,
  readPirepView,
  wholePirepList,
} from '@jetbridge/schema';
import { Fragment, useState } from 'react';
import { useApp } from '../use-context.ts';
import { FilterField } from './filter-field.tsx';
import type { ToolsProps } from './pirep-tools.tsx';

const text = pirepMessages;

/** Each filter is in the address as soon as it makes sense. */
export function PirepFilters({ id, code, view, memberId }: ToolsProps & { id: string }) {
  const { nav } = useApp();
  const [cleared, setCleared] = useState(0);

  function show(change: Partial<PirepView>): PirepView {
    nav.navigate(pirepsPath(code, { ...readPirepView(nav.search), ...change }), { replace: true });
    return readPirepView(nav.search);
  }

  /** The fields begin anew, as what is half typed stands in no address. */
  function clear() {
    show({ ...wholePirepList, state: view.state });
    setCleared(cleared + 1);
  }

  return (
    <section className="filters" id={id} aria-label={text.filtersLabel}>
      <Fragment key={cleared}>
        <FilterField
          label={text.text}
          type="search"
          placeholder={text.textHint}
          value={view.text}
          onChange={(written) => show({ text: written }).text}
        />
        <FilterField label={text.airport} code value={view.airport} onChange={(airport) => show({ airport }).airport} />
        <FilterField label={text.aircraft} code value={view.aircraft} onChange={(aircraft) => show({ aircraft }).aircraft} />
        <FilterField label={text.from} type="date" value={view.from} onChange={(from) => show({ from }).from} />
        <FilterField label={text.to} type="date" value={view.to} onChange={(to) => show({ to }).to} />
      </Fragment>
      <label className="field">
        <span className="field-label">{text.network}</span>
        <select
          className="input select"
          value={view.network ?? ''}
          onChange={(event) => show({ network: (event.target.value || null) as FlightNetwork | null })}
        >
          <option value="">{text.anyNetwork}</option>
          {flightNetworks.map((network) => (
            <option key={network} value={network}>
              {messages.networks[network]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{text.sort}</span>
        <select
          className="input select"
          value={view.sort ?? ''}
          onChange={(event) => show({ sort: (event.target.value || null) as PirepSort | null })}
        >
          <option value="">{text.usual}</option>
          {pirepSorts.map((sort) => (
            <option key={sort} value={sort}>
              {text.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      {memberId && (
        <label className="check">
          <input type="checkbox" checked={view.mine} onChange={(event) => show({ mine: event.target.checked })} />
          {text.mine}
        </label>
      )}
      <button className="btn" type="button" onClick={clear}>
        {text.clear}
      </button>
    </section>
  );
}
