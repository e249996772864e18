{{- define "jetbridge.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{/* Of everything: (dict "root" $ "component" "gateway"). */}}
{{- define "jetbridge.labels" -}}
{{ include "jetbridge.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{/* What never changes. */}}
{{- define "jetbridge.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Who answers people. */}}
{{- define "jetbridge.front" -}}
{{ ternary "single" "gateway" (eq .Values.mode "single") }}
{{- end }}

{{/* "true" where this chart makes the database: it is not there before the release is. */}}
{{- define "jetbridge.bringsDatabase" -}}
{{ or .Values.database.cloudnativepg.enabled .Values.database.simple.enabled }}
{{- end }}

{{- define "jetbridge.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}
