-- Appends a group of entries to a space, all or none.
-- KEYS: the space's stream, its hash of command ids. ARGV: expectedSeq, the group as JSON, then the
-- command id of each entry. Answers {head, written}: written is 0 when the head is not expectedSeq
-- or one of the commands was written before.
-- All checks stand before the first write, and Redis refuses for lack of memory only before the
-- first write of a script: nothing can be left half done.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local head = newest and tonumber(string.match(newest[1], '^%d+')) or 0
if head ~= tonumber(ARGV[1]) then return { head, 0 } end

-- In steps, because Lua can hand on only some thousand values at once.
local STEP = 1000
local seen = {}
for from = 3, #ARGV, STEP do
  local to = math.min(from + STEP - 1, #ARGV)
  for _, seq in ipairs(redis.call('HMGET', KEYS[2], unpack(ARGV, from, to))) do
    if seq then return { head, 0 } end
  end
  for i = from, to do
    if seen[ARGV[i]] then return { head, 0 } end
    seen[ARGV[i]] = true
  end
end

local last = head + #ARGV - 2
redis.call('XADD', KEYS[1], string.format('%.0f-0', last), 'group', ARGV[2])
for from = 3, #ARGV, STEP do
  local pairs = {}
  for i = from, math.min(from + STEP - 1, #ARGV) do
    pairs[#pairs + 1] = ARGV[i]
    pairs[#pairs + 1] = string.format('%.0f', head + i - 2)
  end
  redis.call('HSET', KEYS[2], unpack(pairs))
end
return { last, 1 }
