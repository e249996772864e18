import {
  derivePirep,
  flightNetworks,
  limits,
  messages,
  type PirepDetailFieldsFragment,
  pirepMessages,
  weightUnits,
} from '@jetbridge/schema';
import { useAirport } from '../use-airports.ts';
import { usePirepForm } from '../use-pirep-form.ts';
import { AirportCombobox } from './airport-combobox.tsx';
import { Derived } from './derived.tsx';
import { DuplicateBanner } from './duplicate-banner.tsx';
import { FormSection } from './form-section.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { RouteMap } from './route-map.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = messages.pirepFile;

interface Props {
  code: string;
  airlineId: string;
  /** The PIREP to amend; without it a new one is filed. */
  amended?: PirepDetailFieldsFragment;
}

export function PirepForm({ code, airlineId, amended }: Props) {
  const { form, draftKept, duplicate } = usePirepForm(code, airlineId, amended);
  const draft = form.values;
  const departure = useAirport(draft.departure);
  const arrival = useAirport(draft.arrival);
  const derived = derivePirep(draft, departure, arrival);

  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      {duplicate && <DuplicateBanner code={code} id={duplicate} />}
      <FormSection title={text.flight}>
        <TextField label={text.flightNumber} code {...form.bind('flightNumber')} />
        <AirportCombobox
          label={text.departure}
          hint={departure?.name ?? text.airportHint}
          {...form.bind('departure')}
          onPair={(pair) => form.edit('departure', pair)}
        />
        <AirportCombobox label={text.arrival} hint={arrival?.name ?? text.airportHint} {...form.bind('arrival')} />
      </FormSection>
      <FormSection title={text.times}>
        <TextField label={text.date} type="date" code {...form.bind('date')} />
        <TextField label={text.offBlock} placeholder={text.timeHint} code span="small" {...form.bind('offBlock', 'offBlockAt')} />
        <TextField label={text.onBlock} placeholder={text.timeHint} code span="small" {...form.bind('onBlock', 'onBlockAt')} />
        <TextField label={text.flightTime} hint={text.flightTimeHint} optional code {...form.bind('flightTime', 'flightMinutes')} />
      </FormSection>
      <FormSection title={text.aircraft}>
        <TextField label={text.aircraftType} hint={text.aircraftHint} code {...form.bind('aircraftType')} />
        <TextField label={text.registration} optional code maxLength={limits.registrationLength} {...form.bind('registration')} />
        <SelectField
          label={text.network}
          name="network"
          values={flightNetworks}
          texts={messages.networks}
          value={draft.network}
          onChange={(network) => form.edit('network', { network })}
        />
        <TextField label={text.blockFuel} optional inputMode="decimal" {...form.bind('blockFuel')} />
        <TextField label={text.fuelUsed} optional inputMode="decimal" {...form.bind('fuelUsed')} />
        <SelectField
          label={text.fuelUnit}
          name="fuelUnit"
          values={weightUnits}
          texts={text.fuelUnits}
          value={draft.fuelUnit}
          onChange={(fuelUnit) => form.edit('fuelUnit', { fuelUnit })}
        />
      </FormSection>
      <FormSection title={text.more}>
        <TextField
          label={text.distance}
          hint={derived.distanceOverridden ? text.overridden : undefined}
          placeholder={derived.greatCircleNm?.toString()}
          optional
          inputMode="decimal"
          {...form.bind('distanceNm')}
        />
        <TextField label={text.landingRate} placeholder="-180" optional {...form.bind('landingRateFpm')} />
        <TextField label={text.cruiseLevel} placeholder="FL350" optional code {...form.bind('cruiseLevel')} />
        <TextField label={text.routeText} optional span="full" {...form.bind('route')} />
        <TextField label={text.remarks} optional lines={3} span="full" {...form.bind('remarks')} />
        <label className="check">
          <input
            type="checkbox"
            name="training"
            checked={draft.training}
            onChange={(event) => form.edit('training', { training: event.target.checked })}
          />
          {text.training}
        </label>
      </FormSection>
      {departure && arrival && <RouteMap flights={[{ departure, arrival }]} />}
      <div className="form-foot" data-sticky>
        <Derived {...derived} />
        <p className="form-status" role="status">
          {form.problemCount > 0 ? text.problems(form.problemCount) : draftKept && text.draftKept}
        </p>
        <SubmitButton text={amended ? pirepMessages.amendSubmit : text.submit} sending={form.sending} />
      </div>
    </form>
  );
}
