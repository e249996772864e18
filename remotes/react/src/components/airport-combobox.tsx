import { type AirportFieldsFragment, activeOption, airportPair, messages, openingCombobox, reduceCombobox } from '@jetbridge/schema';
import { type ClipboardEvent, type KeyboardEvent, useId, useReducer } from 'react';
import { useAirportSearch } from '../use-airports.ts';
import { Field, type FieldProps } from './field.tsx';

interface Props extends FieldProps {
  value: string;
  onChange(text: string): void;
  onLeave(): void;
  /** Both ends of the flight were pasted at once. */
  onPair?(pair: { departure: string; arrival: string }): void;
}

export function AirportCombobox({ value, onChange, onLeave, onPair, ...field }: Props) {
  const [state, dispatch] = useReducer(reduceCombobox<AirportFieldsFragment>, null, openingCombobox<AirportFieldsFragment>);
  const listId = useId();
  const active = activeOption(state);
  useAirportSearch(state.wanted, (search, options) => dispatch({ type: 'found', search, options }));

  function type(text: string) {
    onChange(text);
    dispatch({ type: 'typed', text });
  }

  function choose(airport: AirportFieldsFragment) {
    onChange(airport.icao);
    dispatch({ type: 'chosen' });
  }

  function steer(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      dispatch(state.open ? { type: 'moved', by: event.key === 'ArrowDown' ? 1 : -1 } : { type: 'typed', text: value });
    } else if (event.key === 'Enter' && active && !event.ctrlKey && !event.metaKey) {
      event.preventDefault(); // picks, does not send the form
      choose(active);
    } else if (event.key === 'Tab' && active) {
      choose(active);
    } else if (event.key === 'Escape' && state.open) {
      event.stopPropagation();
      dispatch({ type: 'closed' });
    }
  }

  function paste(event: ClipboardEvent) {
    const pair = airportPair(event.clipboardData.getData('text'));
    if (!pair || !onPair) return;
    event.preventDefault();
    dispatch({ type: 'chosen' });
    onPair(pair);
  }

  return (
    <Field {...field}>
      {(control) => (
        <div className="combo">
          <input
            className="input code"
            type="text"
            role="combobox"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...control}
            aria-autocomplete="list"
            aria-expanded={state.open && state.options.length > 0}
            aria-controls={state.open && state.options.length > 0 ? listId : undefined}
            aria-activedescendant={active ? `${listId}-${active.icao}` : undefined}
            value={value}
            onChange={(event) => type(event.target.value)}
            onKeyDown={steer}
            onPaste={paste}
            onBlur={() => {
              dispatch({ type: 'closed' });
              onLeave();
            }}
          />
          {state.open && (
            <div className="combo-popup">
              {state.options.length === 0 ? (
                <p className="combo-empty" role="status">
                  {messages.pirepFile.noAirport}
                </p>
              ) : (
                <div role="listbox" id={listId} aria-label={field.label}>
                  {state.options.map((airport) => (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the input steers the list by keyboard
                    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input (aria-activedescendant)
                    <div
                      key={airport.icao}
                      className="combo-option"
                      role="option"
                      id={`${listId}-${airport.icao}`}
                      aria-selected={airport === active}
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => choose(airport)}
                    >
                      <span className="code">{airport.icao}</span>
                      <span className="combo-name">{airport.name}</span>
                      <span className="combo-place">{[airport.iata, airport.city, airport.country].filter(Boolean).join(' · ')}</span>
                    </div>
                  ))}
                </div>
              )}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
