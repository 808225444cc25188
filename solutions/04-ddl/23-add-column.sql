-- Give conversations a column pinned: a BOOLEAN, never NULL, FALSE when nothing is said.
-- What is there already is not pinned.

-- #region TODO: write the statement
ALTER TABLE conversations
  ADD COLUMN pinned BOOLEAN NOT NULL DEFAULT FALSE;
-- #endregion
