-- Writes of one list, by whoever holds its lock.
-- KEYS: lock, heads, versions, blocks
-- ARGV: token, what, then
--   'keep': field, value, field, value …           → 1, or 0 when the lock is another's by now
--   'add': list, version before, version, body     → 1, 0, or -1 when another version came between
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], 30000)
if ARGV[2] == 'keep' then
  for i = 3, #ARGV, 2 do redis.call('HSET', KEYS[4], ARGV[i], ARGV[i + 1]) end
  return 1
end
local head = redis.call('HGET', KEYS[2], ARGV[3])
local version = head and tostring(cjson.decode(head).version) or '0'
if version ~= ARGV[4] then return -1 end
redis.call('HSET', KEYS[3], ARGV[5], ARGV[6])
redis.call('HSET', KEYS[2], ARGV[3], ARGV[6])
return 1
