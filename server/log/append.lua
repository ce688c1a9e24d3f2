-- Appends a group of entries to a space, all or none.
-- KEYS: the space's stream, its hash of command ids. ARGV: expectedSeq, then command id and body
-- of each entry. Answers {head, written}: written is 0 when the head is not expectedSeq or one of
-- the commands was written before.
-- All checks stand before the first write, and Redis refuses for lack of memory only before the
-- first write of a script: nothing can be left half done.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local head = newest and tonumber(string.match(newest[1], '^%d+')) or 0
if head ~= tonumber(ARGV[1]) then return { head, 0 } end

local seen = {}
for i = 2, #ARGV, 2 do
  local id = ARGV[i]
  if seen[id] or redis.call('HEXISTS', KEYS[2], id) == 1 then return { head, 0 } end
  seen[id] = true
end

local seq = head
for i = 2, #ARGV, 2 do
  seq = seq + 1
  local number = string.format('%.0f', seq)
  redis.call('XADD', KEYS[1], number .. '-0', 'entry', ARGV[i + 1])
  redis.call('HSET', KEYS[2], ARGV[i], number)
end
return { seq, 1 }
