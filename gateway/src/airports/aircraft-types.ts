import { limits } from '@jetbridge/schema';
import { fold, resultCount } from './fold.ts';

/** An ICAO type designator and the aircraft that most people mean by it. */
export interface AircraftType {
  code: string;
  name: string;
}

// Designators from ICAO Doc 8643 for what virtual airlines fly most; CONC has left that list with the aircraft.
const table = `
BCS1 Airbus A220-100
BCS3 Airbus A220-300
A306 Airbus A300-600
A3ST Airbus A300-600ST Beluga
A310 Airbus A310
A318 Airbus A318
A319 Airbus A319
A19N Airbus A319neo
A320 Airbus A320
A20N Airbus A320neo
A321 Airbus A321
A21N Airbus A321neo
A332 Airbus A330-200
A333 Airbus A330-300
A338 Airbus A330-800
A339 Airbus A330-900
A342 Airbus A340-200
A343 Airbus A340-300
A345 Airbus A340-500
A346 Airbus A340-600
A359 Airbus A350-900
A35K Airbus A350-1000
A388 Airbus A380-800
AS50 Airbus Helicopters H125
EC35 Airbus Helicopters H135
EC45 Airbus Helicopters H145
AN2 Antonov An-2
AN24 Antonov An-24
A124 Antonov An-124 Ruslan
A225 Antonov An-225 Mriya
AT43 ATR 42-300
AT45 ATR 42-500
AT46 ATR 42-600
AT72 ATR 72-200
AT75 ATR 72-500
AT76 ATR 72-600
RJ85 Avro RJ85
RJ1H Avro RJ100
B190 Beechcraft 1900
BE58 Beechcraft Baron 58
BE36 Beechcraft Bonanza 36
BE9L Beechcraft King Air 90
BE20 Beechcraft King Air 200
B350 Beechcraft King Air 350
B06 Bell 206 JetRanger
B407 Bell 407
B703 Boeing 707-300
B712 Boeing 717-200
B722 Boeing 727-200
B732 Boeing 737-200
B733 Boeing 737-300
B734 Boeing 737-400
B735 Boeing 737-500
B736 Boeing 737-600
B737 Boeing 737-700
B738 Boeing 737-800
B739 Boeing 737-900
B37M Boeing 737 MAX 7
B38M Boeing 737 MAX 8
B39M Boeing 737 MAX 9
B3XM Boeing 737 MAX 10
B742 Boeing 747-200
B744 Boeing 747-400
B748 Boeing 747-8
B74S Boeing 747SP
B752 Boeing 757-200
B753 Boeing 757-300
B762 Boeing 767-200
B763 Boeing 767-300
B764 Boeing 767-400
B772 Boeing 777-200
B77L Boeing 777-200LR
B773 Boeing 777-300
B77W Boeing 777-300ER
B779 Boeing 777-9
B788 Boeing 787-8
B789 Boeing 787-9
B78X Boeing 787-10
C17 Boeing C-17 Globemaster III
CL60 Bombardier Challenger 600
CRJ2 Bombardier CRJ200
CRJ7 Bombardier CRJ700
CRJ9 Bombardier CRJ900
CRJX Bombardier CRJ1000
GLEX Bombardier Global Express
B462 British Aerospace 146-200
B463 British Aerospace 146-300
CONC British Aerospace / Aérospatiale Concorde
JS41 British Aerospace Jetstream 41
BN2P Britten-Norman Islander
C152 Cessna 152
C172 Cessna 172 Skyhawk
C182 Cessna 182 Skylane
C208 Cessna 208 Caravan
C25C Cessna Citation CJ4
C56X Cessna Citation Excel
C700 Cessna Citation Longitude
C750 Cessna Citation X
SR22 Cirrus SR22
SF50 Cirrus Vision SF50
AJ27 COMAC ARJ21
C919 COMAC C919
TBM9 Daher TBM 900
F2TH Dassault Falcon 2000
FA7X Dassault Falcon 7X
F900 Dassault Falcon 900
DHC2 De Havilland Canada DHC-2 Beaver
DHC6 De Havilland Canada DHC-6 Twin Otter
DH8A De Havilland Canada Dash 8-100
DH8B De Havilland Canada Dash 8-200
DH8C De Havilland Canada Dash 8-300
DH8D De Havilland Canada Dash 8-400
DA40 Diamond DA40
DA42 Diamond DA42
DA62 Diamond DA62
D228 Dornier 228
D328 Dornier 328
DC3 Douglas DC-3
DC6 Douglas DC-6
E170 Embraer E170
E75S Embraer E175 (short wing)
E75L Embraer E175 (long wing)
E190 Embraer E190
E290 Embraer E190-E2
E195 Embraer E195
E295 Embraer E195-E2
E120 Embraer EMB 120 Brasilia
E135 Embraer ERJ-135
E145 Embraer ERJ-145
E50P Embraer Phenom 100
E55P Embraer Phenom 300
F50 Fokker 50
F70 Fokker 70
F100 Fokker 100
F28 Fokker F28 Fellowship
GLF5 Gulfstream V
GLF6 Gulfstream G650
HDJT HondaJet HA-420
IL62 Ilyushin Il-62
IL76 Ilyushin Il-76
IL96 Ilyushin Il-96
LJ45 Learjet 45
L410 Let L-410 Turbolet
A139 Leonardo AW139
C130 Lockheed C-130 Hercules
L101 Lockheed L-1011 TriStar
DC93 McDonnell Douglas DC-9-30
DC10 McDonnell Douglas DC-10
MD11 McDonnell Douglas MD-11
MD82 McDonnell Douglas MD-82
MD83 McDonnell Douglas MD-83
MD88 McDonnell Douglas MD-88
MD90 McDonnell Douglas MD-90
PC12 Pilatus PC-12
PC24 Pilatus PC-24
P28A Piper PA-28 Cherokee
PA34 Piper PA-34 Seneca
PA46 Piper PA-46 Malibu
R22 Robinson R22
R44 Robinson R44
SB20 Saab 2000
SF34 Saab 340
SH36 Shorts 360
S76 Sikorsky S-76
SU95 Sukhoi Superjet 100
T134 Tupolev Tu-134
T154 Tupolev Tu-154
YK42 Yakovlev Yak-42
`;

const aircraftTypes: readonly AircraftType[] = table
  .trim()
  .split('\n')
  .map((line) => ({ code: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }));
const byCode = new Map(aircraftTypes.map((type) => [type.code, type]));
// "dash8" and "a320 neo" find their aircraft: people put the space where they like, so the squashed text is compared as well.
const index = aircraftTypes.map((type) => {
  const text = ` ${fold(`${type.code} ${type.name}`)}`;
  return { type, code: fold(type.code), text, squashed: text.replaceAll(' ', '') };
});

export function findAircraftType(code: string): AircraftType | undefined {
  return byCode.get(code.trim().toUpperCase());
}

/** The best `first` types for what somebody typed: code exact, code prefix, word prefix, substring; in the table's order within each. */
export function searchAircraftTypes(search: string, first = 8): AircraftType[] {
  const wanted = fold(search.slice(0, limits.searchLength));
  const squashed = wanted.replaceAll(' ', '');
  if (squashed === '') return [];
  const ranked: AircraftType[][] = [[], [], [], []];
  for (const entry of index) {
    if (entry.code === wanted) ranked[0]?.push(entry.type);
    else if (entry.code.startsWith(wanted)) ranked[1]?.push(entry.type);
    else if (entry.text.includes(` ${wanted}`)) ranked[2]?.push(entry.type);
    else if (entry.squashed.includes(squashed)) ranked[3]?.push(entry.type);
  }
  return ranked.flat().slice(0, resultCount(first));
}
