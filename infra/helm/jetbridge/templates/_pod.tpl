{{/* The parts all pods of the product have in common. */}}

{{- define "jetbridge.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "jetbridge.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* (dict "root" $ "own" <name of the Secret> "component" "gateway") */}}
{{- define "jetbridge.env" -}}
{{- $values := .root.Values -}}
- name: JETBRIDGE_HOST
  value: 0.0.0.0
- name: JETBRIDGE_PORT
  value: "4000"
- name: JETBRIDGE_DATA_DIR
  value: /data
- name: JETBRIDGE_PUBLIC_URL
  value: {{ $values.publicUrl | default "http://localhost:4000" | quote }}
- name: JETBRIDGE_LOG_LEVEL
  value: {{ $values.config.logLevel }}
- name: JETBRIDGE_DELETION_GRACE_DAYS
  value: {{ $values.config.deletionGraceDays | quote }}
{{- with $values.config.graphiql }}
- name: JETBRIDGE_GRAPHIQL
  value: {{ . | quote }}
{{- end }}
{{- with $values.config.introspection }}
- name: JETBRIDGE_INTROSPECTION
  value: {{ . | quote }}
{{- end }}
{{- with $values.config.trustedProxies }}
- name: JETBRIDGE_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- with $values.config.corsOrigins }}
- name: JETBRIDGE_CORS_ORIGINS
  value: {{ join "," . | quote }}
{{- end }}
{{- with $values.mail.from }}
- name: JETBRIDGE_MAIL_FROM
  value: {{ . | quote }}
{{- end }}
{{- with $values.telemetry.endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
- name: OTEL_SERVICE_NAME
  value: jetbridge-{{ $.component }}
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ $values.telemetry.sampleRatio | quote }}
{{- end }}
{{- range include "jetbridge.secrets" . | fromYamlArray }}
- name: {{ .variable }}
  value: /run/secrets/jetbridge/{{ .file }}
{{- end }}
{{- with $values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "jetbridge.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: data
  mountPath: /data
- name: secrets
  mountPath: /run/secrets/jetbridge
  readOnly: true
{{- end }}

{{/* Like env. */}}
{{- define "jetbridge.secretsVolume" -}}
projected:
  defaultMode: 288 # 0440
  sources:
    {{- range include "jetbridge.secrets" . | fromYamlArray }}
    - secret:
        name: {{ .name }}
        items: [{ key: {{ .key | quote }}, path: {{ .file }} }]
    {{- else }} []
    {{- end }}
{{- end }}

{{/* Starting takes as long as the database needs to be there and migrated; the gateway answers a full second before it is asked again. */}}
{{- define "jetbridge.probes" -}}
startupProbe:
  httpGet: { path: /livez, port: http }
  periodSeconds: 2
  failureThreshold: 150
livenessProbe:
  httpGet: { path: /livez, port: http }
  periodSeconds: 10
  timeoutSeconds: 3
readinessProbe:
  httpGet: { path: /readyz, port: http }
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
{{- end }}

{{/* (dict "root" $ "component" "gateway") */}}
{{- define "jetbridge.placement" -}}
topologySpreadConstraints:
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - topologyKey: {{ . }}
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "jetbridge.selector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{ include "jetbridge.nodes" .root }}
{{- end }}

{{- define "jetbridge.nodes" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* A claim of (size, storageClass). */}}
{{- define "jetbridge.disk" -}}
accessModes: [ReadWriteOnce]
{{- with .storageClass }}
storageClassName: {{ . }}
{{- end }}
resources:
  requests: { storage: {{ .size }} }
{{- end }}
