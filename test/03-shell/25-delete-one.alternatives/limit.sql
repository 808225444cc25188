delete from conversations where id in (7002) limit 1
