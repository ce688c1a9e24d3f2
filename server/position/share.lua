-- The last fixes of all processes. KEYS: the hash. ARGV: seconds until the hash may go when nobody
-- writes any more, then unit id and fix, in pairs. A fix begins with its 24 characters of time;
-- one that is not later than what stands there is left out.
for i = 2, #ARGV, 2 do
  local known = redis.call('HGET', KEYS[1], ARGV[i])
  if not known or string.sub(known, 1, 24) < string.sub(ARGV[i + 1], 1, 24) then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 0
