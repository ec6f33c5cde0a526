import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw_unsafe(self, amount):
        if self.balance >= amount:
            await asyncio.sleep(0.01)
            self.balance -= amount
            return True
        return False

    async def withdraw(self, amount):
        async with self.lock:
            return await self.withdraw_unsafe(amount)


async def main():
    account = Account(3000)
    print(await asyncio.gather(account.withdraw_unsafe(2500), account.withdraw_unsafe(1500)))
    print("without a lock:", account.balance)
    account = Account(3000)
    print(await asyncio.gather(account.withdraw(2500), account.withdraw(1500)))
    print("with a lock:", account.balance)


asyncio.run(main())
