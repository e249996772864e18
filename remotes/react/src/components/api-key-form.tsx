import {
  accountMessages,
  apiKeyDraftAliases,
  apiKeyInput,
  apiKeyLives,
  CreateApiKeyDocument,
  checkApiKeyDraft,
  emptyApiKeyDraft,
  grantableScopes,
  problemOf,
  type ViewerFieldsFragment,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useForm } from '../use-form.ts';
import type { NewApiKey } from './api-key-secret.tsx';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { ScopeField } from './scope-field.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';
import { UsernameHint } from './username-hint.tsx';

const text = accountMessages.apiKeys;

interface Props {
  viewer: ViewerFieldsFragment;
  onCreated(created: NewApiKey): void;
}

export function ApiKeyForm({ viewer, onCreated }: Props) {
  const [, create] = useMutation(CreateApiKeyDocument);
  const grantable = grantableScopes(viewer);
  const form = useForm({
    initial: emptyApiKeyDraft,
    aliases: apiKeyDraftAliases,
    check: (draft) => checkApiKeyDraft(draft, grantable),
    send: async (draft) => {
      const { data, error } = await create({ input: apiKeyInput(draft, Date.now()) });
      if (error) return problemOf(error);
      if (data) onCreated({ name: data.createApiKey.apiKey.name, secret: data.createApiKey.secret });
      return null;
    },
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.name} hint={text.nameHint} {...form.bind('name')} />
      <ScopeField
        label={text.scopes}
        values={grantable}
        chosen={form.values.scopes}
        problem={form.problemAt('scopes')}
        onChange={(scopes) => form.edit('scopes', { scopes })}
      />
      <SelectField
        label={text.life}
        name="expiresAt"
        values={apiKeyLives}
        texts={text.lives}
        value={form.values.life}
        problem={form.problemAt('expiresAt')}
        onChange={(life) => form.edit('expiresAt', { life })}
      />
      <UsernameHint email={viewer.user.email} />
      <PasswordField
        label={accountMessages.yourPassword}
        autoComplete="current-password"
        hint={accountMessages.yourPasswordHint}
        {...form.bind('password')}
      />
      <div className="form-foot">
        <SubmitButton text={text.create} sending={form.sending} />
      </div>
    </form>
  );
}
