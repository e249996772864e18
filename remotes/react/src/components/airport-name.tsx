interface Props {
  airport: { icao: string; name: string; city: string | null };
}

export function AirportName({ airport }: Props) {
  return (
    <>
      <span className="code">{airport.icao}</span> <span className="muted">{airport.name}</span>
    </>
  );
}
