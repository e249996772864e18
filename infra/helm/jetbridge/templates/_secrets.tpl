{{/* The URL of the PostgreSQL pod, or the one that was given. */}}
{{- define "jetbridge.databaseUrl" -}}
{{- with .Values.database -}}
{{- if .simple.enabled }}postgres://jetbridge:{{ .simple.password }}@{{ include "jetbridge.fullname" $ }}-postgresql:5432/jetbridge
{{- else }}{{ .url }}
{{- end }}
{{- end }}
{{- end }}

{{- define "jetbridge.natsUrl" -}}
{{- if .Values.nats.simple.enabled }}nats://{{ include "jetbridge.fullname" . }}-nats:4222
{{- else }}{{ .Values.nats.url }}
{{- end }}
{{- end }}

{{/* What was given in values, as the data of a Secret. Keys are the names of the files. */}}
{{- define "jetbridge.ownSecrets" -}}
{{- with .Values.secret.value }}
secret: {{ . | b64enc | quote }}
{{- end }}
{{- with include "jetbridge.databaseUrl" . }}
database-url: {{ . | b64enc | quote }}
{{- end }}
{{- with .Values.database.simple.password }}
database-password: {{ . | b64enc | quote }}
{{- end }}
{{- with include "jetbridge.natsUrl" . }}
nats-url: {{ . | b64enc | quote }}
{{- end }}
{{- with .Values.mail.url }}
smtp-url: {{ . | b64enc | quote }}
{{- end }}
{{- with .Values.metrics.token }}
metrics-token: {{ . | b64enc | quote }}
{{- end }}
{{- end }}

{{/*
A list: each secret the product reads, in which Secret it is, under which key. The product finds it as the file of that name, through the
variable. (dict "root" $ "own" <name of the Secret with what was given in values>)
*/}}
{{- define "jetbridge.secrets" -}}
{{- $own := .own }}
{{- $values := .root.Values }}
{{- if or $values.secret.value $values.secret.existingSecret.name }}
- variable: JETBRIDGE_SECRET_FILE
  file: secret
  name: {{ $values.secret.existingSecret.name | default $own }}
  key: {{ ternary $values.secret.existingSecret.key "secret" (empty $values.secret.value) }}
{{- end }}
{{- if eq $values.mode "distributed" }}
- variable: JETBRIDGE_DATABASE_URL_FILE
  file: database-url
  {{- if $values.database.cloudnativepg.enabled }}
  name: {{ include "jetbridge.fullname" .root }}-postgresql-app # the operator makes it
  key: uri
  {{- else if $values.database.existingSecret.name }}
  name: {{ $values.database.existingSecret.name }}
  key: {{ $values.database.existingSecret.key }}
  {{- else }}
  name: {{ $own }}
  key: database-url
  {{- end }}
{{- end }}
{{- if or (include "jetbridge.natsUrl" .root) $values.nats.existingSecret.name }}
- variable: JETBRIDGE_NATS_URL_FILE
  file: nats-url
  name: {{ $values.nats.existingSecret.name | default $own }}
  key: {{ ternary $values.nats.existingSecret.key "nats-url" (empty (include "jetbridge.natsUrl" .root)) }}
{{- end }}
{{- if or $values.mail.url $values.mail.existingSecret.name }}
- variable: JETBRIDGE_SMTP_URL_FILE
  file: smtp-url
  name: {{ $values.mail.existingSecret.name | default $own }}
  key: {{ ternary $values.mail.existingSecret.key "smtp-url" (empty $values.mail.url) }}
{{- end }}
{{- if or $values.metrics.token $values.metrics.existingSecret.name }}
- variable: JETBRIDGE_METRICS_TOKEN_FILE
  file: metrics-token
  name: {{ $values.metrics.existingSecret.name | default $own }}
  key: {{ ternary $values.metrics.existingSecret.key "metrics-token" (empty $values.metrics.token) }}
{{- end }}
{{- with $values.telemetry.headers.existingSecret }}
{{- if .name }}
- variable: OTEL_EXPORTER_OTLP_HEADERS_FILE
  file: otlp-headers
  name: {{ .name }}
  key: {{ .key }}
{{- end }}
{{- end }}
{{- end }}
