CREATE TABLE ratings (
  message_id INT NOT NULL,
  stars INT NOT NULL,
  PRIMARY KEY (message_id),
  CONSTRAINT at_least_one CHECK (stars >= 1),
  CHECK (5 >= stars)
);
