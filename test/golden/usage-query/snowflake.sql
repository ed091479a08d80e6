-- Usage from 2026-03-01T00:00:00Z to 2026-04-01T00:00:00Z: one row a customer, SKU and hour.
-- Save the result as CSV with its header. Columns of instants must be in UTC.
WITH source AS (
  SELECT
    CAST("ChargePeriodStart" AS TIMESTAMP_NTZ) AS started,
    CAST(NULL AS VARCHAR) AS customer_type,
    NULLIF(CAST("tenant" AS VARCHAR), '') AS customer,
    NULLIF(CAST("SkuId" AS VARCHAR), '') AS sku,
    CAST(NULL AS VARCHAR) AS meter,
    CAST("ConsumedQuantity" AS NUMBER(38, 18)) AS quantity,
    NULLIF(CAST("ConsumedUnit" AS VARCHAR), '') AS unit,
    NULLIF(CAST("event_id" AS VARCHAR), '') AS event_id,
    CAST(NULL AS NUMBER(38, 0)) AS event_count,
    CAST("amount" AS NUMBER(38, 18)) AS event_amount,
    CAST(NULL AS VARCHAR) AS currency,
    NULLIF(CAST("user"" `id`" AS VARCHAR), '') AS unique_value,
    CAST("received_at" AS TIMESTAMP_NTZ) AS received,
    CAST(NULL AS NUMBER(38, 18)) AS cost,
    CAST(NULL AS VARCHAR) AS jurisdiction,
    CAST(NULL AS VARCHAR) AS pool
  FROM "analytics"."usage events"
  WHERE CAST("ChargePeriodStart" AS TIMESTAMP_NTZ) >= CAST('2026-03-01 00:00:00.000' AS TIMESTAMP_NTZ)
    AND CAST("ChargePeriodStart" AS TIMESTAMP_NTZ) < CAST('2026-04-01 00:00:00.000' AS TIMESTAMP_NTZ)
),
events AS (
  SELECT
    numbered.*,
    COALESCE(sku, meter) AS item,
    CASE WHEN COALESCE(sku, meter) IN ('storage') THEN 'max' WHEN COALESCE(sku, meter) IN ('it''s \\ a `key`') THEN 'last' WHEN COALESCE(sku, meter) IN ('seats') THEN 'unique' ELSE 'sum' END AS aggregated_by,
    DATE_TRUNC('hour', started) AS part,
    CASE WHEN quantity IS NULL THEN 'unknown' WHEN quantity < 0 THEN 'negative' ELSE 'good' END AS quality,
    CASE WHEN received > DATEADD(SECOND, 259200, started) THEN received END AS received_late
  FROM (
    SELECT source.*, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY received, started) AS copy_number
    FROM source
  ) numbered
  WHERE event_id IS NULL OR copy_number = 1
),
totals AS (
  SELECT
    customer_type, customer, sku, meter, unit, aggregated_by, part, currency, jurisdiction, pool, quality, received_late,
    CASE WHEN aggregated_by = 'sum' THEN event_amount END AS amount,
    CASE WHEN aggregated_by = 'last' THEN MAX(started) ELSE part END AS began,
    DATEADD(SECOND, 3600, part) AS ended,
    CASE aggregated_by WHEN 'max' THEN MAX(quantity) WHEN 'last' THEN MAX_BY(quantity, started) ELSE SUM(quantity) END AS quantity,
    SUM(COALESCE(event_count, 1)) AS event_count,
    CASE WHEN COUNT(cost) = COUNT(*) THEN SUM(cost) END AS cost
  FROM events
  WHERE aggregated_by <> 'unique'
  GROUP BY customer_type, customer, sku, meter, unit, aggregated_by, part, currency, jurisdiction, pool, quality, received_late, CASE WHEN aggregated_by = 'sum' THEN event_amount END
),
windows AS (
  SELECT 'seats' AS item, CAST('2026-03-01 00:00:00.000' AS TIMESTAMP_NTZ) AS began, CAST('2026-04-01 00:00:00.000' AS TIMESTAMP_NTZ) AS ended, CAST('2026-04-04 00:00:00.000' AS TIMESTAMP_NTZ) AS deadline
),
counts AS (
  SELECT
    events.customer_type, events.customer, events.sku, events.meter, events.unit,
    'unique' AS aggregated_by,
    CAST(NULL AS VARCHAR) AS currency,
    MIN(events.jurisdiction) AS jurisdiction,
    CAST(NULL AS VARCHAR) AS pool,
    CASE WHEN events.received > windows.deadline THEN events.received END AS received_late,
    CAST(NULL AS NUMBER(38, 18)) AS amount,
    windows.began AS began,
    windows.ended AS ended,
    CASE CASE WHEN events.unique_value IS NULL THEN 'unknown' ELSE events.quality END WHEN 'good' THEN CAST(COUNT(DISTINCT events.unique_value) AS NUMBER(38, 18)) WHEN 'negative' THEN MIN(events.quantity) END AS quantity,
    SUM(COALESCE(events.event_count, 1)) AS event_count,
    CASE WHEN COUNT(events.cost) = COUNT(*) THEN SUM(events.cost) END AS cost
  FROM events
  JOIN windows ON events.item = windows.item AND events.started >= windows.began AND events.started < windows.ended
  WHERE events.aggregated_by = 'unique'
  GROUP BY events.customer_type, events.customer, events.sku, events.meter, events.unit, windows.began, windows.ended, CASE WHEN events.unique_value IS NULL THEN 'unknown' ELSE events.quality END, CASE WHEN events.received > windows.deadline THEN events.received END
)
SELECT
  TO_CHAR(began, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "ChargePeriodStart",
  TO_CHAR(ended, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "ChargePeriodEnd",
  customer_type AS "SubAccountType",
  customer AS "SubAccountId",
  sku AS "SkuId",
  meter AS "x_Meter",
  unit AS "ConsumedUnit",
  aggregated_by AS "x_Aggregate",
  quantity AS "ConsumedQuantity",
  event_count AS "x_EventCount",
  amount AS "x_EventAmount",
  currency AS "BillingCurrency",
  cost AS "EffectiveCost",
  jurisdiction AS "x_Jurisdiction",
  TO_CHAR(received_late, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "x_ReceivedAt",
  pool AS "x_Pool"
FROM totals
UNION ALL
SELECT
  TO_CHAR(began, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "ChargePeriodStart",
  TO_CHAR(ended, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "ChargePeriodEnd",
  customer_type AS "SubAccountType",
  customer AS "SubAccountId",
  sku AS "SkuId",
  meter AS "x_Meter",
  unit AS "ConsumedUnit",
  aggregated_by AS "x_Aggregate",
  quantity AS "ConsumedQuantity",
  event_count AS "x_EventCount",
  amount AS "x_EventAmount",
  currency AS "BillingCurrency",
  cost AS "EffectiveCost",
  jurisdiction AS "x_Jurisdiction",
  TO_CHAR(received_late, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "x_ReceivedAt",
  pool AS "x_Pool"
FROM counts
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
