import {
  CompleteSetupDocument,
  type CompleteSetupInput,
  CreateAirlineDocument,
  type CreateAirlineInput,
  FilePirepDocument,
  type FilePirepInput,
  type PirepReasonInput,
  RegisterDocument,
  type RegisterInput,
  RejectPirepDocument,
  SignInDocument,
  type SignInInput,
  VerifyEmailDocument,
} from '@jetbridge/schema';
import type { TypedDocumentNode } from '@urql/core';
import { print } from 'graphql';

/** What a stranger's script could do as well: seeds go through the public API, never into the database. */
export class Api {
  private accessToken: string | null = null;
  private person: SignInInput | null = null;

  constructor(private readonly url: string) {}

  async run<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.accessToken && { authorization: `Bearer ${this.accessToken}` }) },
      body: JSON.stringify({ query: print(document), variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string; extensions?: { code?: string } }[] };
    // A slow machine is busy with one project's tests for longer than an access token is good for.
    if (this.person && this.accessToken && errors?.[0]?.extensions?.code === 'UNAUTHENTICATED') {
      this.accessToken = null;
      await this.signIn(this.person);
      return this.run(document, variables);
    }
    if (!data || errors) throw new Error(`${response.status} ${errors?.map(({ message }) => message).join(' ') ?? 'no data'}`);
    return data;
  }

  async completeSetup(input: CompleteSetupInput): Promise<void> {
    const { completeSetup } = await this.run(CompleteSetupDocument, { input });
    this.accessToken = completeSetup.accessToken;
    this.person = { email: input.email, password: input.password };
  }

  async signIn({ email, password }: SignInInput): Promise<void> {
    const { signIn } = await this.run(SignInDocument, { input: { email, password } });
    this.accessToken = signIn.accessToken;
    this.person = { email, password };
  }

  async register(input: RegisterInput): Promise<void> {
    await this.run(RegisterDocument, { input });
  }

  async verifyEmail(token: string): Promise<void> {
    await this.run(VerifyEmailDocument, { input: { token } });
  }

  async createAirline(input: CreateAirlineInput) {
    const { createAirline } = await this.run(CreateAirlineDocument, { input });
    return { ...createAirline.airline, cursor: createAirline.cursor };
  }

  async filePirep(input: FilePirepInput) {
    const { filePirep } = await this.run(FilePirepDocument, { input });
    return filePirep.pirep;
  }

  async rejectPirep(input: PirepReasonInput): Promise<void> {
    await this.run(RejectPirepDocument, { input });
  }
}
