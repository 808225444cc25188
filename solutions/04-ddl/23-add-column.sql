-- Give conversations a column pinned: a BOOLEAN, never NULL, by default FALSE.
-- The conversations that are there already are not pinned.

-- #region TODO: write the statement
ALTER TABLE conversations
  ADD COLUMN pinned BOOLEAN NOT NULL DEFAULT FALSE;
-- #endregion
