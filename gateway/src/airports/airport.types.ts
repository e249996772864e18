import { Field, Float, ID, ObjectType } from 'type-graphql';

@ObjectType()
export class Airport {
  @Field(() => ID) icao!: string;
  @Field(() => String, { nullable: true }) iata!: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String) country!: string;
  @Field(() => Float) latitude!: number;
  @Field(() => Float) longitude!: number;
  @Field(() => String, { description: 'IANA name, such as Europe/Oslo.' }) timezone!: string;
}

@ObjectType()
export class AircraftType {
  @Field(() => ID, { description: 'ICAO type designator.' }) code!: string;
  @Field(() => String) name!: string;
}
