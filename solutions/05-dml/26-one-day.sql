-- The id and timestamp of every message of 1 July 2025, from midnight to midnight.

-- #region TODO: write the query
SELECT id, timestamp
FROM messages
WHERE timestamp >= '2025-07-01' AND timestamp < '2025-07-02';
-- #endregion
