using Afmpeg.Perf.Tests.Specs;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class CaseTestCaseRules
{
    private static readonly string Key = MeasuredRun.Matrix.Cases[^1].Id;

    [Fact]
    public void A_row_has_the_traits_of_its_case()
    {
        var traits = Row(Key).Traits.SelectMany(trait => trait.Value.Select(value => (trait.Key, value)));

        traits.Should().BeEquivalentTo(CaseTraits.Declared.Of(MeasuredRun.Matrix.Cases[^1]));
    }

    [Fact]
    public void A_row_that_test_explorer_kept_has_them_still()
    {
        var kept = SerializationHelper.Deserialize<IXunitTestCase>(SerializationHelper.Serialize(Row(Key)));

        kept.Traits.Should().BeEquivalentTo(Row(Key).Traits).And.NotBeEmpty();
        kept.DisplayName.Should().EndWith($"(\"{Key}\")");
    }

    [Fact]
    public void Every_theory_over_cases_is_a_case_theory()
    {
        var theories = typeof(OutputSpec).Assembly.GetTypes().Where(type => type.Namespace == typeof(OutputSpec).Namespace).SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters() is [{ Name: "caseId" }]);

        theories.Should().NotBeEmpty().And.OnlyContain(method => method.IsDefined(typeof(CaseTheoryAttribute), false), "rows without traits are not selected by them");
    }

    internal static CaseTestCase Row(string key)
    {
        var method = new TestMethod(
            new TestClass(new TestCollection(new TestAssembly(Reflector.Wrap(typeof(OutputSpec).Assembly)), null, "rows"), Reflector.Wrap(typeof(OutputSpec))),
            Reflector.Wrap(typeof(OutputSpec).GetMethod(nameof(OutputSpec.Output_is_what_native_makes))));
        return new CaseTestCase([typeof(Xunit.SkipException).FullName!], new NullMessageSink(), TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method, [key]);
    }
}
